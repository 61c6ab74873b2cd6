import { act } from './action/act.ts';

await act();
