// What the engine gives to the layers above it.
export type { Reply, Sanctions, Settings, Solution, Step, Witness } from './solution.ts';
export { conceptBit, defaultSettings } from './solution.ts';
