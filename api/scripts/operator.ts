import { userInfo } from 'node:os';

/** Whoever runs a command, as the machine knows them. A container may run as a number that its machine has no name for. */
export function operator(): string {
  try {
    return userInfo().username;
  } catch {
    return 'operator';
  }
}
