import { classes } from './classes.ts';
import styles from './tier-path.module.css';

export interface TierPathProps {
  /** Names of the tiers, lowest first. */
  stops: string[];
  /** From where each counts, for a picture with room for it. */
  amounts?: string[] | undefined;
  /** Which of them has been reached. */
  current: number;
  /** How far on the way to the next one, between 0 and 1. */
  progress: number;
}

interface Point {
  x: number;
  y: number;
}

interface Picture {
  width: number;
  height: number;
  /** The path climbs steeply at first and levels out: a quadratic curve with these three points. */
  curve: readonly [start: Point, bend: Point, end: Point];
  /** Where the dotted lines end, where the names stand, and what stands below them. */
  lines: readonly [drop: number, name: number, amount: number];
  /** Radii. */
  stop: number;
  sun: number;
  /** Whether the last name ends at the edge: in the middle below its stop it would reach beyond. */
  isTight: boolean;
}

const narrow: Picture = {
  width: 280,
  height: 100,
  curve: [
    { x: 26, y: 64 },
    { x: 140, y: 18 },
    { x: 254, y: 18 },
  ],
  lines: [79, 92, 0],
  stop: 6,
  sun: 7,
  isTight: true,
};

const wide: Picture = {
  width: 640,
  height: 172,
  curve: [
    { x: 48, y: 112 },
    { x: 320, y: 32 },
    { x: 592, y: 28 },
  ],
  lines: [124, 144, 163],
  stop: 8,
  sun: 11,
  isTight: false,
};

const ray = [0, 45, 90, 135, 180, 225, 270, 315];

/** A climbing path with a stop for each tier and a sun where the customer stands. */
export function TierPath({ stops, amounts, current, progress }: TierPathProps) {
  const picture = amounts ? wide : narrow;
  const { width, height, curve, lines, isTight } = picture;
  const position = positionOf({ stops, current, progress });
  const at = (index: number): Point => pointAt(index / (stops.length - 1), curve);
  const sun = pointAt(position, curve);
  const [drop, name, amount] = lines;
  return (
    <svg
      className={classes(styles['path'], amounts && styles['wide'])}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {stops.map((stop, index) => (
        <path
          key={stop}
          className={styles['drop']}
          d={`M${at(index).x} ${at(index).y + picture.stop + 4}V${drop}`}
        />
      ))}
      <path className={styles['track']} d={curveTo(1, curve)} />
      {position > 0 && <path className={styles['fill']} d={curveTo(position, curve)} />}
      {stops.map((stop, index) => {
        const { x, y } = at(index);
        const isAtEdge = isTight && index === stops.length - 1;
        const isNear = index === current || index === current + 1;
        return (
          <g key={stop}>
            <circle
              className={classes(styles['stop'], index <= current && styles['reached'])}
              cx={x}
              cy={y}
              r={picture.stop}
            />
            <text
              className={classes(styles['name'], isNear && styles['near'], isAtEdge && styles['last'])}
              x={isAtEdge ? width : x}
              y={name}
            >
              {stop}
            </text>
            {amounts && (
              <text x={x} y={amount}>
                {amounts[index]}
              </text>
            )}
          </g>
        );
      })}
      <circle className={styles['halo']} cx={sun.x} cy={sun.y} r={picture.sun * 2 + 1} />
      {ray.map((angle) => (
        <path
          key={angle}
          className={styles['ray']}
          d={`M${sun.x + picture.sun + 4} ${sun.y}h${picture.sun / 2}`}
          transform={`rotate(${angle} ${sun.x} ${sun.y})`}
        />
      ))}
      <circle className={styles['sun']} cx={sun.x} cy={sun.y} r={picture.sun} />
    </svg>
  );
}

/** Between two stops the sun keeps clear of both, so that each stays visible. */
function positionOf({ stops, current, progress }: Omit<TierPathProps, 'amounts'>): number {
  const segments = stops.length - 1;
  if (current >= segments) return 1;
  const withinSegment = progress === 0 ? 0 : 0.26 + 0.48 * progress;
  return (Math.max(current, 0) + withinSegment) / segments;
}

function pointAt(position: number, [start, bend, end]: Picture['curve']): Point {
  const left = (1 - position) ** 2;
  const middle = 2 * position * (1 - position);
  const right = position ** 2;
  return {
    x: round(left * start.x + middle * bend.x + right * end.x),
    y: round(left * start.y + middle * bend.y + right * end.y),
  };
}

/** The part of the curve up to a position is itself such a curve, with its bend moved in proportion. */
function curveTo(position: number, curve: Picture['curve']): string {
  const [start, bend] = curve;
  const turn = {
    x: round(start.x + (bend.x - start.x) * position),
    y: round(start.y + (bend.y - start.y) * position),
  };
  const stop = pointAt(position, curve);
  return `M${start.x} ${start.y}Q${turn.x} ${turn.y} ${stop.x} ${stop.y}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
