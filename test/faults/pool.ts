import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox";

/** Lends sandboxes to tests that run side by side: each has one of its own while it runs. They stop after the file's tests. */
export function useSandboxes(): (options: SandboxOptions, use: (sandbox: Sandbox) => Promise<void>) => Promise<void> {
  const free = new Map<string, Sandbox[]>();
  const all: Sandbox[] = [];
  afterAll(() => Promise.all(all.map((sandbox) => sandbox.stop())));
  return async (options, use) => {
    const key = JSON.stringify(options);
    const alike = free.get(key) ?? [];
    free.set(key, alike);
    let sandbox = alike.pop();
    if (!sandbox) all.push((sandbox = await startOutside(options)));
    await use(sandbox);
    alike.push(sandbox);
  };
}

/** On a port that no client's own end takes by chance while it is closed. */
async function startOutside(options: SandboxOptions): Promise<Sandbox> {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 18_000);
    try {
      return await startSandbox({ ...options, port });
    } catch (error) {
      if (!(error as Error).message.includes("is taken")) throw error;
    }
  }
}
