import { existsSync } from "node:fs";
import { join } from "node:path";
import { probes } from "../../conformance";
import { switches } from "../../sandbox";
import { repository } from "../engine/support";

const others = ({ answers }: (typeof probes)[number]) => answers.slice(1);

test("every switch of the sandbox has a probe, with the same question and answers", () => {
  const named = probes.map(({ name }) => name);
  expect(Object.keys(switches).filter((name) => !named.includes(name))).toEqual([]); // add them in conformance/probes
  for (const [name, { question, answers }] of Object.entries(switches)) {
    const probe = probes.find((one) => one.name === name);
    expect(probe).toMatchObject({ name, question });
    expect(probe?.answers.map((answer) => [answer.name, answer.does])).toEqual(answers);
  }
});

test("every probe has a name of its own", () => {
  const names = probes.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

test.each(probes.map((probe) => [probe.name, probe] as const))(
  "%s says what speaks for it and what leans on it",
  (_name, probe) => {
    expect(probe.question).toMatch(/^[A-Z].*\?$/);
    expect(probe.evidence).toMatch(/^((D|C|A|S|P|I)\b|inferred|unknown)/);
    expect(probe.leansOn).not.toEqual([]);
    expect(probe.leansOn.filter((file) => !existsSync(join(repository, file)))).toEqual([]);
  },
);

test.each(probes.filter(({ ask }) => ask).map((probe) => [probe.name, probe] as const))(
  "%s says what goes wrong with each other answer",
  (_name, probe) => {
    expect(others(probe).length).toBeGreaterThan(0);
    for (const { consequence } of others(probe)) expect(consequence).toMatch(/^[A-Z`].*\.$/);
  },
);

test.each(probes.filter(({ ask }) => !ask).map((probe) => [probe.name, probe] as const))(
  "%s says why it is not asked",
  (_name, probe) => {
    expect(probe.way).toBe("elsewhere");
    expect(probe.notAsked).toMatch(/^[a-z`].*[^.]$/);
  },
);
