import { join } from 'node:path';
import { savedOperations, type SavedOperation } from '../../api/server/playground/saved-operations.ts';
import type { Answer, Client, TestApi } from './api.ts';

/** The documents under schema/operations, in the order in which somebody would try them. */
export const readyMade: readonly SavedOperation[] = savedOperations(
  join(process.cwd(), 'schema', 'operations'),
);

/** Sends ready-made documents as their own headers say: as whom, after what and with which variables. */
export class ReadyMadeRun {
  readonly #api: TestApi;
  readonly #answers = new Map<string, Promise<Answer>>();

  constructor(api: TestApi) {
    this.#api = api;
  }

  /** The answer to the document when it is sent for the first time. */
  first(path: string): Promise<Answer> {
    let answer = this.#answers.get(path);
    if (!answer) {
      answer = this.#send(path);
      this.#answers.set(path, answer);
    }
    return answer;
  }

  /** The answer to the document when it is sent once more. */
  async again(path: string): Promise<Answer> {
    await this.first(path);
    return this.#send(path);
  }

  async #send(path: string): Promise<Answer> {
    const operation = readyMade.find((known) => known.path === path);
    if (!operation) throw new Error(`There is no document ${path}.`);
    const { header, document } = operation;
    if (header.after !== null) await this.first(header.after);
    const variables = await this.#withReferences(header.variables ?? '{}');
    return this.#as(operation).ask(document, JSON.parse(variables) as Record<string, unknown>);
  }

  #as({ path, header: { role, customerId } }: SavedOperation): Client {
    if (role === 'admin') return this.#api.admin;
    if (role === 'staff') return this.#api.staff;
    if (customerId === null) throw new Error(`The header of ${path} does not say which customer sends it.`);
    return this.#api.customer(customerId);
  }

  /** `{{customer/refer-a-friend: viewer.wallet.referral.code}}` is what that document answers at that place. */
  async #withReferences(variables: string): Promise<string> {
    const [reference, path, place] = /\{\{([\w/-]+): ([\w.]+)\}\}/.exec(variables) ?? [];
    if (reference === undefined || path === undefined || place === undefined) return variables;
    const { data } = await this.first(path);
    const value = place
      .split('.')
      .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null)?.[name], data);
    if (typeof value !== 'string') throw new Error(`${path} answers no text at ${place}.`);
    return this.#withReferences(variables.replace(reference, value));
  }
}
