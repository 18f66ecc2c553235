#!/usr/bin/env node
import { start } from './node/cli/start.ts';

start();
