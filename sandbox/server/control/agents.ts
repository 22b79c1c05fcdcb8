import { z } from "zod";
import { agentSchema, findAgent, setOnline, startAgent } from "../../agents";
import { Refusal, type Handler } from "./handler";

const stateSchema = z.strictObject({ state: z.enum(["online", "offline"]) });

export const agentHandlers: Record<string, Handler> = {
  "POST /agents": ({ store }, body) => {
    const started = startAgent(store, agentSchema.parse(body));
    if (!started) throw new Refusal("The registration code is unknown or has been used.");
    return started;
  },
  "POST /agents/{id}/state": ({ store, webhooks }, body, id) => {
    const { state } = stateSchema.parse(body);
    const found = findAgent(store, id);
    if (!found) throw new Refusal(`There is no agent ${id}.`);
    setOnline(store, found, state === "online");
    // The webhook is called after this is answered, as remote.it does it in its own time.
    if (found.account) webhooks.announce(found.account, found.device);
    return {};
  },
  "GET /deliveries": ({ webhooks }) => webhooks.deliveries(),
};
