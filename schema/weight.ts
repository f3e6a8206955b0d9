import { Extensions } from 'type-graphql';

/** How many a page holds unless it says otherwise, and at most. */
export const PAGE_SIZES = { usual: 20, largest: 100 } as const;

/** What a field takes to be answered. One unit is a plain field of something that is there already. */
export interface Weight {
  /** What it takes beyond the unit, each time it is asked. */
  readonly own?: number;
  /** How much a list holds that has no pages. */
  readonly most?: number;
  /** Of lists that share what they hold: those of several different things hold `most` in all and so many more each. */
  readonly each?: number;
  /** The argument that says how many of the `most` are listed. */
  readonly by?: string;
  /** Whether it leads from different things to one and the same, whose lists share nothing then. */
  readonly repeats?: boolean;
}

/** A read by id, which is joined with others of the same moment. */
export const LOOKED_UP = 2;
/** A query of the database takes as long as fifty plain fields. */
export const QUERY = 50;

/** Says what a field takes. Unless it is in a page, a list has to say how much it holds at most. */
export function Weighs(weight: Weight) {
  return Extensions({ weight });
}
