import {
  endGroup,
  error,
  info,
  notice,
  setFailed,
  setOutput,
  setSecret,
  startGroup,
  summary,
  warning,
} from '@actions/core';
import { act } from './action/main.ts';

const log = { info, startGroup, endGroup, notice, warning, error };
const runner = { ...log, setSecret, setOutput, setFailed, summary };
await act({ cwd: process.cwd(), env: process.env, now: () => new Date(), runner });
