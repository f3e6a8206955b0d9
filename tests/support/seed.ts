/**
 * The seed of every property test: the same on each run, so that a build which passed passes again. A failing test prints
 * it; set PROPERTY_SEED to look for other stories.
 */
export const propertySeed: number = Number(process.env.PROPERTY_SEED ?? 20_260_310);
