import { CreateResponse, type CreateRequest } from "@pulumi/pulumi/proto/provider_pb";
import { check, refusal } from "../../core/check";
import type { Resource } from "../../core/resource";
import { stateForeseen } from "../../core/state";
import type { Context } from "../../domains";
import type { Session } from "../sessions";
import { resourceNamed } from "../types";
import { decode, type Properties } from "../values/decode";
import { fieldsOf } from "../values/fields";
import { encode } from "../values/encode";
import { operation } from "./operation";
import { settled } from "./settled";

export async function createResource(request: CreateRequest, session: Session): Promise<CreateResponse> {
  const resource = resourceNamed(request.getType(), request.getUrn());
  const inputs = decode(request.getProperties());
  checkCreation(resource, inputs.values);
  const answer = new CreateResponse();
  if (request.getPreview()) {
    const { id, state } = stateForeseen(resource, undefined, inputs.values);
    answer.setId(id ?? "");
    answer.setProperties(encode(state, fieldsOf(resource), inputs));
    return answer;
  }
  const outcome = await operation(session, inputs.values, request.getTimeout(), () =>
    resource.create(session.context, inputs.values),
  );
  answer.setId(outcome.id);
  answer.setProperties(settled(resource, outcome, { declared: inputs }));
  return answer;
}

/** The rules that hold for a thing still to be made. */
function checkCreation(resource: Resource<Context>, inputs: Properties): void {
  const { problems } = check(resource, inputs, false);
  if (problems.length > 0) throw refusal(`Creating ${resource.type.toLowerCase()}`, "declaration", problems);
}
