import fc from "fast-check";
import { formats } from "../../../drift/formats/index";
import { hostileReport } from "./hostile";
import { empty, large, small, whole } from "./support";

const all = Object.entries(formats);

test.each(all)("%s writes every report as text that ends with its line", (_name, { write }) => {
  const texts = [empty(), small()].map((report) => whole(write(report)));
  for (const text of texts) expect(text).toMatch(/[^\n]\n$/);
  expect(texts.map((text) => text.includes("sensor-0010"))).toEqual([false, true]);
});

test.each(all)("%s can be written as UTF-8, whatever things are called", (_name, { write }) => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const text = whole(write(report));
      expect(Buffer.from(text, "utf8").toString("utf8")).toBe(text);
    }),
  );
});

test.each(all)("%s is written in pieces, none of them large", (_name, { write }) => {
  const longest = Array.from(write(large(20_000)), ({ length }) => length).reduce((one, other) => Math.max(one, other));
  expect(longest).toBeLessThan(16_384);
});

test.each(all)("%s begins before the whole of it is made", (_name, { write }) => {
  const pieces = write(large(200))[Symbol.iterator]();
  expect(pieces.next().done).toBe(false);
});

test.each(all)("%s says what it is for and how its file is called", (_name, { describe: what, extension, mediaType }) => {
  expect(what).toMatch(/^for /);
  expect(extension).toMatch(/^\.\w+$/);
  expect(mediaType).toMatch(/^(text|application)\/[\w+]+$/);
});
