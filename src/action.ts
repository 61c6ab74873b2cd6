import { act } from './action/main.ts';

await act();
