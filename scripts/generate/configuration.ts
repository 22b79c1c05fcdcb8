import { settingTable } from "../../provider/client";

/** The page of all settings, from the table that reads them. */
export function configurationPage(): string {
  const rows = Object.entries(settingTable).map(([key, { docs, env, credentialsKey, secret, default: initial }]) => {
    const from = [env && `\`${env}\``, credentialsKey && `\`${credentialsKey}\` in the profile`].filter(Boolean).join(", ");
    return `| \`remoteit:${key}\` | ${initial === undefined ? "" : `\`${String(initial)}\``} | ${from} | ${docs}${secret ? " Secret." : ""} |`;
  });
  return `<!-- Made by \`npm run generate\` from provider/client/settings/table.ts: change it there. -->

# Configuration

Each setting is taken from the first source that has it: the stack's configuration, the environment, the profile. An access
key's id and secret come from one source together.

| setting | default | else from | |
| --- | --- | --- | --- |
${rows.join("\n")}

\`\`\`sh
pulumi config set remoteit:accessKeyId ID
pulumi config set --secret remoteit:secretAccessKey SECRET
\`\`\`

In CI, \`R3_ACCESS_KEY_ID\` and \`R3_SECRET_ACCESS_KEY\` as secret variables of the pipeline do the same and leave nothing in the
stack. A wrong setting is an error that names the setting, where its value came from and what it should be; nothing is sent.

## The credentials file

\`~/.remoteit/credentials\` (on Windows under the user's profile) is the file of remote.it's own tools: sections are profiles,
matched without case; keys outside any section belong to the profile \`DEFAULT\`.

\`\`\`ini
[DEFAULT]
R3_ACCESS_KEY_ID=…
R3_SECRET_ACCESS_KEY=…

[site-b]
R3_ACCESS_KEY_ID=…
R3_SECRET_ACCESS_KEY=…
\`\`\`

## Which key is used when

\`pulumi up\` and \`pulumi preview\` use today's settings. A plain \`pulumi refresh\` or \`pulumi destroy\` uses those that the last
\`pulumi up\` stored in the stack: after a key was rotated, run \`pulumi up\` first or add \`--run-program\`.
`;
}
