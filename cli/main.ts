#!/usr/bin/env node
import "./support/old-node";
import { createProgram } from "./program";
import { fail } from "./support/run";

createProgram().parseAsync().catch(fail);
