import { CreateResponse, type CreateRequest } from "@pulumi/pulumi/proto/provider_pb";
import { check, refusal } from "../../core/check";
import type { Resource } from "../../core/resource";
import { planningOf } from "../../core/diff";
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
  await checkCreation(resource, inputs.values, request.getPreview() ? session.context : undefined);
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

/** The rules that hold for a thing still to be made. @param context - In a preview: what of the account stands against it. */
async function checkCreation(resource: Resource<Context>, inputs: Properties, context: Context | undefined): Promise<void> {
  const { problems } = check(resource, inputs, false);
  if (context) problems.push(...(await resource.obstacles(context, planningOf(resource, undefined, inputs))));
  const about = { what: `Creating ${resource.type.toLowerCase()}`, subject: resource.called(inputs, undefined) };
  if (problems.length > 0) throw refusal(about, "declaration", problems);
}
