#!/usr/bin/env node
import "./support/old-node";
import { createProgram } from "./program";
import { protectEnvironment } from "./support/environment";
import { fail } from "./support/run";

protectEnvironment(process.env);
createProgram().parseAsync().catch(fail);
