import { classes } from './classes.ts';
import styles from './tier-path.module.css';

export interface TierPathProps {
  /** Names of the tiers, lowest first. */
  stops: string[];
  /** Which of them has been reached. */
  current: number;
  /** How far on the way to the next one, between 0 and 1. */
  progress: number;
}

interface Point {
  x: number;
  y: number;
}

/** The path climbs steeply at first and levels out: a quadratic curve with these three points. */
const start: Point = { x: 26, y: 64 };
const bend: Point = { x: 140, y: 18 };
const end: Point = { x: 254, y: 18 };
/** Of the picture, at whose edge the last name ends: in the middle below its stop it would reach beyond. */
const width = 280;
const ray = [0, 45, 90, 135, 180, 225, 270, 315];

/** A climbing path with a stop for each tier and a sun where the customer stands. */
export function TierPath({ stops, current, progress }: TierPathProps) {
  const position = positionOf({ stops, current, progress });
  const sun = pointAt(position);
  return (
    <svg className={styles['path']} viewBox={`0 0 ${width} 100`} aria-hidden="true">
      {stops.map((name, index) => (
        <Drop key={name} at={pointAt(index / (stops.length - 1))} />
      ))}
      <path className={styles['track']} d={curveTo(1)} />
      {position > 0 && <path className={styles['fill']} d={curveTo(position)} />}
      {stops.map((name, index) => {
        const { x, y } = pointAt(index / (stops.length - 1));
        return (
          <g key={name}>
            <circle
              className={classes(styles['stop'], index <= current && styles['reached'])}
              cx={x}
              cy={y}
              r="6"
            />
            <text
              className={classes(
                (index === current || index === current + 1) && styles['near'],
                index === stops.length - 1 && styles['last'],
              )}
              x={index === stops.length - 1 ? width : x}
              y="92"
            >
              {name}
            </text>
          </g>
        );
      })}
      <circle className={styles['halo']} cx={sun.x} cy={sun.y} r="16" />
      {ray.map((angle) => (
        <path
          key={angle}
          className={styles['ray']}
          d={`M${sun.x + 11} ${sun.y}h3`}
          transform={`rotate(${angle} ${sun.x} ${sun.y})`}
        />
      ))}
      <circle className={styles['sun']} cx={sun.x} cy={sun.y} r="7" />
    </svg>
  );
}

function Drop({ at }: { at: Point }) {
  return <path className={styles['drop']} d={`M${at.x} ${at.y + 10}V79`} />;
}

/** Between two stops the sun keeps clear of both, so that each stays visible. */
function positionOf({ stops, current, progress }: TierPathProps): number {
  const segments = stops.length - 1;
  if (current >= segments) return 1;
  const withinSegment = progress === 0 ? 0 : 0.26 + 0.48 * progress;
  return (Math.max(current, 0) + withinSegment) / segments;
}

function pointAt(position: number): Point {
  const left = (1 - position) ** 2;
  const middle = 2 * position * (1 - position);
  const right = position ** 2;
  return {
    x: round(left * start.x + middle * bend.x + right * end.x),
    y: round(left * start.y + middle * bend.y + right * end.y),
  };
}

/** The part of the curve up to a position is itself such a curve, with its bend moved in proportion. */
function curveTo(position: number): string {
  const turn = {
    x: round(start.x + (bend.x - start.x) * position),
    y: round(start.y + (bend.y - start.y) * position),
  };
  const stop = pointAt(position);
  return `M${start.x} ${start.y}Q${turn.x} ${turn.y} ${stop.x} ${stop.y}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
