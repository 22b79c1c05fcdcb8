import { CheckFailure, CheckResponse, type CheckRequest } from "@pulumi/pulumi/proto/provider_pb";
import { check, checkInContext } from "../../core/check";
import type { Fields } from "../../core/field";
import type { Problem, Resource } from "../../core/resource";
import type { Context } from "../../domains";
import type { Session } from "../sessions";
import { resourceNamed } from "../types";
import { decode, type Decoded, type Properties } from "../values/decode";
import { encode } from "../values/encode";

/**
 * Nothing in this call tells an existing thing without inputs from one still to be made. So the rules that hold at creation
 * alone are asked by the create, which previews call too.
 */
export async function checkInputs(request: CheckRequest, { context, checked }: Session): Promise<CheckResponse> {
  const resource = resourceNamed(request.getType(), request.getUrn());
  const news = decode(request.getNews());
  checked.add(request.getUrn());
  const { inputs, problems } = await checkInContext(resource, () => context, news.values, { before: {}, isPreview: false });
  // What fails anyway tells all of it at once: of a thing without inputs of before, which is almost surely a new one.
  if (problems.length > 0 && Object.keys(decode(request.getOlds()).values).length === 0)
    problems.push(...ofCreation(resource, inputs, problems));
  const answer = new CheckResponse();
  answer.setInputs(encode(inputs, resource.inputs, news));
  answer.setFailuresList(problems.map((problem) => failure(problem, news, resource.inputs)));
  return answer;
}

/** What is wrong with a thing still to be made, beside what is known to be wrong. */
function ofCreation(resource: Resource<Context>, inputs: Properties, known: readonly Problem[]): Problem[] {
  const isKnown = ({ property, reason }: Problem) => known.some((one) => one.property === property && one.reason === reason);
  return check(resource, inputs, false).problems.filter((problem) => !isKnown(problem));
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
