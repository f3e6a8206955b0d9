/** Somebody who did something, as the API tells it. */
export interface Person {
  id: string;
  /** Of the people of the shop; null for everybody else. */
  name: string | null;
}

/** What somebody is called where `me` reads it; by the id where no name is known. */
export function personName({ id, name }: Person, me: string | undefined): string {
  return id === me ? 'you' : (name ?? id);
}
