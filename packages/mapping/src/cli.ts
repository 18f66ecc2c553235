#!/usr/bin/env node
import { start } from './cli/node/start.ts';

start();
