import { useId } from 'react';
import type { MoneyValue } from '../../../format/money.ts';
import { paise } from '../../../format/proportion.ts';
import { classes } from '../../../ui/classes.ts';
import { Looks, fillOf } from './looks.tsx';
import type { Look } from './looks.tsx';
import { linesUpTo, shortAmount, stepFor, together } from './scale.ts';
import { useWidth } from './use-width.ts';
import styles from './chart.module.css';

export interface Series {
  name: string;
  look: Look;
}

export interface Bar {
  /** The year is only told where it is another than before. */
  name: { month: string; year: string };
  /** Amounts that stand on the ground, one of each series that goes up. */
  up: readonly MoneyValue[];
  /** Amounts that hang from it, one of each series that goes down. */
  down?: readonly MoneyValue[];
  /** Its month is not over. */
  unfinished?: boolean;
}

export interface StackedBarsProps {
  /** The chart in one sentence; a table with every number takes its place when it is asked for. */
  sentence: string;
  title: string;
  up: readonly Series[];
  down?: readonly Series[];
  bars: readonly Bar[];
}

const [LEFT, TOP, FOOT, PLOT] = [56, 22, 42, 200];
/** So many bars have a name and a number; of more, only some. */
const NAMED = 12;
const WIDEST = 60;
/** A name needs so much room. Where there is less, the chart's frame scrolls. */
const NARROWEST = 32;
/** A number with a sign needs more; where there is less, only the table has it. */
const SIGNED = 46;
const USUAL_WIDTH = 800;

/** Amounts of some months as bars, each of several parts that differ in pattern as well as in colour. */
export function StackedBars({ sentence, title, up, down = [], bars }: StackedBarsProps) {
  const [frame, seen] = useWidth(USUAL_WIDTH);
  const width = Math.max(seen, LEFT + Math.min(bars.length, NAMED) * NARROWEST);
  const id = useId().replace(/[^\w-]/g, '');
  const most = (side: 'up' | 'down'): bigint =>
    bars.reduce((high, bar) => (together(bar[side] ?? []) > high ? together(bar[side] ?? []) : high), 0n);
  const [above, below] = [most('up'), most('down')];
  const step = stepFor(above > below ? above : below);
  const lines = linesUpTo(above, step);
  const under = down.length === 0 ? [] : linesUpTo(below, step).slice(1);
  const [high, low] = [lines.at(-1) ?? step, under.at(-1) ?? 0n];
  const yOf = (value: bigint): number => TOP + PLOT * ratio(high - value, high + low);
  const room = (width - LEFT) / Math.max(1, bars.length);
  const every = Math.ceil(bars.length / NAMED);
  return (
    <>
      <Legend series={[...up, ...down]} id={id} />
      <div ref={frame} className={styles['frame']} role="region" aria-label={`${title}, chart`} tabIndex={0}>
        <svg
          className={styles['chart']}
          width={width}
          height={TOP + PLOT + FOOT}
          viewBox={`0 0 ${width} ${TOP + PLOT + FOOT}`}
          role="img"
          aria-label={sentence}
        >
          <Looks id={id} />
          {[...lines, ...under.map((line) => -line)].map((line) => (
            <g key={String(line)}>
              <path
                className={classes(line === 0n ? styles['ground'] : styles['line'])}
                d={`M${LEFT} ${yOf(line)}H${width}`}
              />
              <text className={styles['scale']} x={LEFT - 8} y={yOf(line) + 4}>
                {`${line < 0n ? '\u2212' : ''}₹${shortAmount(line)}`}
              </text>
            </g>
          ))}
          {bars.map((bar, index) => (
            <Column
              key={`${bar.name.month} ${bar.name.year}`}
              {...{ bar, up, down, yOf, id, room }}
              left={LEFT + index * room}
              isNamed={index % every === 0}
              hasNumbers={room >= (down.length === 0 ? NARROWEST : SIGNED)}
              before={bars[index - every]}
            />
          ))}
        </svg>
      </div>
    </>
  );
}

interface ColumnProps {
  bar: Bar;
  up: readonly Series[];
  down: readonly Series[];
  yOf: (value: bigint) => number;
  id: string;
  room: number;
  left: number;
  isNamed: boolean;
  hasNumbers: boolean;
  /** The bar that is named before it. */
  before: Bar | undefined;
}

function Column({ bar, up, down, yOf, id, room, left, isNamed, hasNumbers, before }: ColumnProps) {
  const { down: downs = [], unfinished = false } = bar;
  const isNewYear = bar.name.year !== before?.name.year;
  const width = Math.min(WIDEST, room * 0.62);
  const middle = left + room / 2;
  const [rises, falls] = [together(bar.up), together(downs)];
  const parts = [...stacked(bar.up, up, 1n), ...stacked(downs, down, -1n)];
  return (
    <g>
      {unfinished && <rect x={left} y={TOP} width={room} height={PLOT} fill={fillOf('unfinished', id)} />}
      {parts.map(({ key, look, from, to }) => (
        <rect
          key={key}
          x={middle - width / 2}
          y={Math.min(yOf(from), yOf(to))}
          width={width}
          height={Math.abs(yOf(from) - yOf(to))}
          className={styles['bar']}
          fill={fillOf(look, id)}
        />
      ))}
      {hasNumbers && rises > 0n && (
        <text className={styles['number']} x={middle} y={yOf(rises) - 6}>
          {`${down.length > 0 ? '+' : ''}${shortAmount(rises)}`}
        </text>
      )}
      {hasNumbers && falls > 0n && (
        <text className={styles['number']} x={middle} y={yOf(-falls) + 14}>
          {`\u2212${shortAmount(falls)}`}
        </text>
      )}
      {isNamed && (
        <text className={styles['name']} x={middle} y={TOP + PLOT + 18}>
          {bar.name.month}
        </text>
      )}
      {isNamed && isNewYear && (
        <text className={styles['name']} x={middle} y={TOP + PLOT + 34}>
          {bar.name.year}
        </text>
      )}
    </g>
  );
}

/** Where each part of a bar begins and ends, in paise from the ground. */
function stacked(amounts: readonly MoneyValue[], series: readonly Series[], sign: 1n | -1n) {
  let from = 0n;
  return series.flatMap(({ name, look }, index) => {
    const amount = amounts[index];
    const size = amount === undefined ? 0n : paise(amount) * sign;
    const part = { key: name, look, from, to: from + size };
    from = part.to;
    return size === 0n ? [] : [part];
  });
}

function Legend({ series, id }: { series: readonly Series[]; id: string }) {
  return (
    <ul className={styles['legend']}>
      {series.map(({ name, look }) => (
        <li key={name}>
          <svg className={styles['swatch']} viewBox="0 0 12 12" aria-hidden="true">
            <rect width="12" height="12" fill={fillOf(look, id)} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Only ever a place in the drawing. */
function ratio(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 100_000n) / whole) / 100_000;
}
