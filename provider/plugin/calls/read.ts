import { ReadResponse, type ReadRequest } from "@pulumi/pulumi/proto/provider_pb";
import { waitOf } from "../../core/resource";
import { heldIn, inputsRead, stateRead } from "../../core/state";
import type { Session } from "../sessions";
import { resourceNamed } from "../types";
import { decode } from "../values/decode";
import { encode } from "../values/encode";
import { fieldsOf } from "../values/fields";
import { operation } from "./operation";

/** It was there before, so its delete leaves it. Of a `get`, which the engine asks for in the same words, nothing is ever deleted. */
const imported = { origin: "adopted" };

/**
 * A refresh updates the state of what is managed; the inputs stay those that the program declared, or what drifted would read as
 * declared. Without a state (an import, a `get`, `pulumi do`) everything is taken, as state and as inputs. An answer without id
 * says that there is no such thing.
 */
export async function readResource(request: ReadRequest, session: Session): Promise<ReadResponse> {
  const resource = resourceNamed(request.getType(), request.getUrn());
  const before = decode(request.getProperties());
  const held = heldIn(before.values);
  const live = await operation(session, waitOf(resource, before.values), request.getTimeout(), () =>
    resource.read(session.context, request.getId(), held ?? {}),
  );
  const answer = new ReadResponse();
  answer.setRefreshBeforeUpdate(resource.stale !== undefined);
  if (!live) return answer;
  answer.setId(live.id);
  const state = stateRead(resource, live, held);
  answer.setProperties(encode(held ? state : { ...state, ...imported }, fieldsOf(resource), before));
  if (held) session.context.ownership.refreshed({ type: resource.type, id: live.id });
  else answer.setInputs(encode(inputsRead(resource, live), resource.inputs));
  return answer;
}
