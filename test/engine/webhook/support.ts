import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { WebhookCall } from "../../../sandbox";
import type { Control } from "../../../sandbox";

/** Sets the account's webhook behind the program's back. */
export async function setByHand(control: Control, url: string, enabled = true): Promise<void> {
  await control.change(
    "mutation($url: String!, $enabled: Boolean!) { setNotificationSettings(notificationUrl: $url, urlNotifications: $enabled) }",
    { url, enabled },
  );
}

export interface Receiver {
  url: string;
  /** The next call, once it is there. */
  next: () => Promise<WebhookCall>;
  stop: () => void;
}

/** What listens at the webhook's address. */
export async function receiver(): Promise<Receiver> {
  const calls: WebhookCall[] = [];
  let heard: () => void = () => undefined;
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      response.end();
      calls.push(JSON.parse(text) as WebhookCall);
      heard();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/remoteit`,
    next: async () => {
      for (;;) {
        const call = calls.shift();
        if (call) return call;
        await new Promise<void>((resolve) => (heard = resolve));
      }
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
