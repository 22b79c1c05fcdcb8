import { UpdateResponse, type UpdateRequest } from "@pulumi/pulumi/proto/provider_pb";
import { refusal } from "../../core/check";
import { planningOf } from "../../core/diff";
import { waitOf } from "../../core/resource";
import { stateForeseen } from "../../core/state";
import type { Session } from "../sessions";
import { nameOf, resourceNamed } from "../types";
import { decode } from "../values/decode";
import { encode } from "../values/encode";
import { fieldsOf } from "../values/fields";
import { ignoring } from "../../core/ignore";
import { operation } from "./operation";
import { settled } from "./settled";
import { spoken } from "../../core/spoken";

export async function updateResource(request: UpdateRequest, session: Session): Promise<UpdateResponse> {
  const resource = resourceNamed(request.getType(), request.getUrn());
  const before = decode(request.getOlds());
  const news = decode(request.getNews());
  const declared = { ...news, values: ignoring(request.getIgnorechangesList(), before.values, news.values) };
  const answer = new UpdateResponse();
  answer.setRefreshBeforeUpdate(resource.stale !== undefined);
  if (request.getPreview()) {
    const planning = planningOf(resource, before.values, declared.values, nameOf(request.getUrn()));
    const problems = await operation(session, waitOf(resource, declared.values), request.getTimeout(), () =>
      resource.obstacles(session.context, planning),
    );
    const about = { what: `Updating ${spoken(resource.type)}`, subject: resource.called(declared.values, request.getId()) };
    if (problems.length > 0) throw refusal(about, "declaration", problems);
    const { state } = stateForeseen(resource, before.values, declared.values);
    answer.setProperties(encode(state, fieldsOf(resource), declared, before));
    return answer;
  }
  const outcome = await operation(session, waitOf(resource, declared.values), request.getTimeout(), () =>
    resource.update(session.context, request.getId(), before.values, declared.values, request.getIgnorechangesList()),
  );
  answer.setProperties(settled(resource, outcome, { declared, before }));
  return answer;
}
