import { InvokeResponse, type InvokeRequest } from "@pulumi/pulumi/proto/provider_pb";
import { checkArguments } from "../../domains/functions";
import type { Session } from "../sessions";
import { functionNamed } from "../types";
import { decode } from "../values/decode";
import { encode } from "../values/encode";
import { failure } from "./check";
import { operation } from "./operation";

export async function invoke(request: InvokeRequest, session: Session): Promise<InvokeResponse> {
  const reading = functionNamed(request.getTok());
  const given = decode(request.getArgs());
  const { inputs, problems } = await operation(session, 0, 0, () => checkArguments(reading, session.context, given.values));
  const answer = new InvokeResponse();
  answer.setFailuresList(problems.map((problem) => failure(problem, given, reading.args)));
  if (problems.length > 0) return answer;
  const result = await operation(session, 0, 0, () => reading.run(session.context, inputs));
  // What a secret was asked with may tell of it.
  const origin = { values: result, secrets: given.secrets === undefined ? undefined : (true as const) };
  answer.setReturn(encode(result, reading.result, origin));
  return answer;
}
