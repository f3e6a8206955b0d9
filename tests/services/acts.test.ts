import { actId, actOf, type Act } from '../../api/domain/act.ts';
import { inTransaction } from '../../api/persistence/transaction.ts';
import type { ActsBy } from '../../api/persistence/stores/act.store.ts';
import { saveCustomer } from '../../api/services/save-customer.ts';
import { updateReward } from '../../api/services/update-reward.ts';
import { claim, makeReward, openWallets } from '../support/acts.ts';
import { callerOf, openTestApp, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';

const at = openTestDatabase();
const admin = callerOf('ADMIN', 'meera');
let app: TestApp;
beforeAll(async () => {
  app = await openTestApp(at);
});
afterAll(() => app.close());

function acts(by: ActsBy, limit = 100): Promise<Act[]> {
  return app.stores.acts.stretch(by, { beyond: null, from: null, to: null, limit });
}

const aboutReward = (id: string) => acts({ about: { kind: 'REWARD', id } });
const aboutCustomer = (id: string) => acts({ about: { kind: 'CUSTOMER', id } });

describe('an act', () => {
  it('says who made and who changed a reward, and what it said before and after', async () => {
    const { id } = await makeReward(app, {
      name: 'Spring',
      maxUses: 5,
      metadata: [{ key: 'a', value: 'b' }],
    });
    await updateReward(app, admin, id, { name: 'Summer', maxUses: null });
    await updateReward(app, admin, id, { status: 'INACTIVE' });

    const found = new Map((await aboutReward(id)).map((act) => [act.act, act]));
    const [made, changed, off] = [
      found.get('createReward'),
      found.get('updateReward'),
      found.get('setRewardStatus'),
    ];
    expect(made).toMatchObject({ act: 'createReward', actor: { id: 'admin' }, before: [] });
    expect(made?.after).toContainEqual({ key: 'metadata.a', value: 'b' });
    expect(made?.after).toContainEqual({ key: 'creditAmount', value: '30.00' });
    expect(changed).toMatchObject({
      ...{ act: 'updateReward', actor: admin.actor, requestId: admin.requestId, at: app.now() },
      before: [
        { key: 'name', value: 'Spring' },
        { key: 'maxUses', value: '5' },
      ],
      after: [{ key: 'name', value: 'Summer' }],
    });
    expect(off).toMatchObject({ act: 'setRewardStatus', after: [{ key: 'status', value: 'INACTIVE' }] });
  });

  it('is not made when what was asked is refused, nor when a customer claims', async () => {
    await openWallets(app, ['claims']);
    const { id } = await makeReward(app);
    await updateReward(app, admin, id, { name: ' ' });
    await claim(app, id, 'claims');

    expect((await aboutReward(id)).map(({ act }) => act)).toEqual(['createReward']);
  });

  it('says what was saved of a customer, and nothing when nothing differs', async () => {
    const known = { id: 'saved', name: 'Asha', email: null, phone: '12345', language: null };
    await saveCustomer(app, admin, known);
    await saveCustomer(app, admin, known);
    const changed = { ...known, name: 'Asha Rao', phone: null };
    const saved = await Promise.all([1, 2, 3].map(() => saveCustomer(app, admin, changed)));

    expect(saved.map(({ name }) => name)).toEqual(['Asha Rao', 'Asha Rao', 'Asha Rao']);
    const found = await aboutCustomer('saved');
    expect(found).toHaveLength(2);
    expect(found).toContainEqual(expect.objectContaining({ customerId: 'saved', before: [] }));
    const later = found.find(({ before }) => before.length > 0);
    expect(later?.before).toEqual([
      { key: 'name', value: 'Asha' },
      { key: 'phone', value: '12345' },
    ]);
    expect(later?.after).toEqual([{ key: 'name', value: 'Asha Rao' }]);
  });

  it('is written with what it tells of, or neither is', async () => {
    const { id } = await makeReward(app);
    const taken = actOf(admin, {
      ...{ id: actId('updateReward', id, 2), at: app.now(), act: 'updateReward' },
      subject: { kind: 'REWARD', id },
    });
    await app.stores.acts.note([taken]);

    await expect(updateReward(app, admin, id, { name: 'Never' })).rejects.toThrow();

    expect((await app.stores.rewards.load([id])).get(id)).toMatchObject({ version: 1, name: 'Spring bonus' });
  });

  it('that stands alone and is told again stays as it was', async () => {
    const first = actOf(admin, {
      ...{ id: actId('signIn', 'one'), at: app.now(), act: 'signIn', reason: 'First' },
      subject: { kind: 'ACCOUNT', id: 'meera' },
    });
    await app.stores.acts.note([first]);
    await app.stores.acts.note([
      { ...first, reason: 'Second' },
      { ...first, id: actId('signIn', 'two') },
    ]);

    const found = await acts({ about: { kind: 'ACCOUNT', id: 'meera' } });
    expect(found.map(({ reason }) => reason)).toEqual(['First', 'First']);
  });

  it('goes with a transaction of somebody else', async () => {
    const one = actOf(admin, {
      ...{ id: actId('signIn', 'mine'), at: app.now(), act: 'signIn' },
      ...{ subject: { kind: 'TOP_UP', id: 't' }, customerId: 'payer' },
    });
    const write = (fails: boolean) =>
      inTransaction(
        app.database,
        async (session) => {
          await app.stores.acts.append([one], session);
          if (fails) throw new Error('After all not');
        },
        () => true,
      );
    await expect(write(true)).rejects.toThrow('After all not');
    expect(await aboutCustomer('payer')).toEqual([]);
    await write(false);
    expect(await aboutCustomer('payer')).toEqual([one]);
  });
});
