import { CreateResponse, type CreateRequest } from "@pulumi/pulumi/proto/provider_pb";
import { check, refusal } from "../../core/check";
import { type Problem, type Resource, waitOf } from "../../core/resource";
import { planningOf } from "../../core/diff";
import { stateForeseen } from "../../core/state";
import type { Context } from "../../domains";
import type { Session } from "../sessions";
import { nameOf, resourceNamed } from "../types";
import { decode, type Properties } from "../values/decode";
import { fieldsOf } from "../values/fields";
import { encode } from "../values/encode";
import { operation } from "./operation";
import { settled } from "./settled";
import { spoken } from "../../core/spoken";

export async function createResource(request: CreateRequest, session: Session): Promise<CreateResponse> {
  const resource = resourceNamed(request.getType(), request.getUrn());
  const inputs = decode(request.getProperties());
  await checkCreation(resource, inputs.values, () => obstaclesTo(resource, request, inputs.values, session));
  const answer = new CreateResponse();
  answer.setRefreshBeforeUpdate(resource.stale !== undefined);
  if (request.getPreview()) {
    const { id, state } = stateForeseen(resource, undefined, inputs.values);
    answer.setId(id ?? "");
    answer.setProperties(encode(state, fieldsOf(resource), inputs));
    return answer;
  }
  const outcome = await operation(session, waitOf(resource, inputs.values), request.getTimeout(), () =>
    resource.create(session.context, inputs.values, nameOf(request.getUrn())),
  );
  answer.setId(outcome.id);
  answer.setProperties(settled(resource, outcome, { declared: inputs }));
  return answer;
}

/** In a preview: what of the account stands against it. */
async function obstaclesTo(
  resource: Resource<Context>,
  request: CreateRequest,
  inputs: Properties,
  session: Session,
): Promise<Problem[]> {
  if (!request.getPreview()) return [];
  const planning = planningOf(resource, undefined, inputs, nameOf(request.getUrn()));
  return operation(session, waitOf(resource, inputs), request.getTimeout(), () => resource.obstacles(session.context, planning));
}

/** The rules that hold for a thing still to be made. @param obstacles - What of the account stands against it. */
async function checkCreation(
  resource: Resource<Context>,
  inputs: Properties,
  obstacles: () => Promise<Problem[]>,
): Promise<void> {
  const { problems } = check(resource, inputs, false);
  problems.push(...(await obstacles()));
  const about = { what: `Creating ${spoken(resource.type)}`, subject: resource.called(inputs, undefined) };
  if (problems.length > 0) throw refusal(about, "declaration", problems);
}
