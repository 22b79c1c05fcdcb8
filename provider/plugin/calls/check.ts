import { CheckFailure, CheckResponse, type CheckRequest } from "@pulumi/pulumi/proto/provider_pb";
import { checkInContext } from "../../core/check";
import type { Fields } from "../../core/field";
import type { Problem } from "../../core/resource";
import type { Session } from "../sessions";
import { resourceNamed } from "../types";
import { decode, type Decoded } from "../values/decode";
import { encode } from "../values/encode";

/**
 * Nothing in this call tells an existing thing without inputs from one still to be made. So the rules that hold at creation
 * alone are asked by the create, which previews call too.
 */
export async function checkInputs(request: CheckRequest, { context }: Session): Promise<CheckResponse> {
  const resource = resourceNamed(request.getType(), request.getUrn());
  const news = decode(request.getNews());
  const { inputs, problems } = await checkInContext(resource, () => context, news.values, true);
  const answer = new CheckResponse();
  answer.setInputs(encode(inputs, resource.inputs, news));
  answer.setFailuresList(problems.map((problem) => failure(problem, news, resource.inputs)));
  return answer;
}

/**
 * The engine prints the value of the property that it is told, and knows properties of the top level only. A secret one is not
 * named to it, for it prints that too; the reason then begins with the path.
 */
export function failure({ property, reason, isHidden }: Problem, { secrets }: Decoded, fields: Fields): CheckFailure {
  const [name = ""] = property.split(/[.[]/, 1);
  const isMarked = Object.hasOwn(fields, name) && fields[name]?.marks.secret === true;
  const isSecret = isHidden === true || isMarked || (typeof secrets === "object" && Object.hasOwn(secrets, name));
  const answer = new CheckFailure();
  answer.setProperty(isSecret ? "" : name);
  answer.setReason(property !== "" && (isSecret || name !== property) ? `${property}: ${reason}` : reason);
  return answer;
}
