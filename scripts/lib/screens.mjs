const ASHA = { email: 'asha@example.com', password: 'early-bird-asha' };

/**
 * Photographs each screen with the sample shop's people. First what only looks, then what changes Asha's wallet, so that the
 * amounts on the pictures are those of the sample shop wherever they can be.
 */
export async function takeScreens(camera, shop) {
  await door(camera);
  const asha = await camera.visitor(ASHA);
  await reading(camera, asha);
  await otherWallets(camera, shop);
  await spending(camera, asha);
  await toppingUp(camera, asha);
}

async function door(camera) {
  const page = await camera.stranger();
  await page.goto('/');
  await page.getByRole('button', { name: /Asha/ }).waitFor();
  await camera.take(page, 'sign-in');
}

async function reading(camera, page) {
  const plain = [
    ['dashboard', '/'],
    ['history', '/history'],
    ['history-no-match', '/history?type=debit&order=9999'],
    ['rewards', '/rewards'],
    ['rewards-claimed', '/rewards?show=claimed'],
    ['refer', '/refer'],
    ['tier', '/tier'],
    ['settings', '/settings'],
    ['statement', '/statement'],
    ['statement-print', '/statement/print'],
    ['help', '/help'],
    ['help-report', '/help/report'],
    ['not-found', '/no-such-page'],
  ];
  for (const [name, address] of plain) {
    await open(page, address);
    await camera.take(page, name);
  }
  for (const type of ['credit', 'debit', 'refund']) {
    await open(page, `/history?type=${type}`);
    await page.getByRole('main').locator('a[href^="/history/"]').first().click();
    await page.getByRole('region', { name: 'Details' }).waitFor();
    await camera.take(page, `entry-${type}`);
  }
  await open(page, '/rewards');
  await page.getByRole('button', { name: 'Claim ₹75.00' }).click();
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'rewards-claim');
  await open(page, '/add');
  await page.getByRole('radio', { name: '₹500' }).waitFor();
  await camera.take(page, 'add-credits');
}

/** Wallets that are not as they mostly are. Their owners have no password in the sample shop. */
async function otherWallets(camera, shop) {
  const others = [
    ['dashboard-empty', 'cus_nila', 'Nila Das'],
    ['dashboard-frozen', 'cus_farhan', 'Farhan Qureshi'],
    ['dashboard-no-wallet', 'cus_omar', 'Omar Sheikh'],
  ];
  for (const [name, id, person] of others) {
    const page = await camera.bearer({ id, name: person }, await shop.tokenOf(id));
    await open(page, '/');
    await camera.take(page, name);
  }
}

async function spending(camera, page) {
  await open(page, '/use?order=1044&amount=5500');
  await page.getByRole('link', { name: /to your wallet$/ }).waitFor();
  await camera.take(page, 'use-credits-short');
  await open(page, '/use?order=1045&amount=340');
  const pay = page.getByRole('button', { name: 'Pay ₹340.00 with credits' });
  await pay.waitFor();
  await camera.take(page, 'use-credits');
  await pay.click();
  await page.getByRole('heading', { name: 'Paid ₹340.00 with credits' }).waitFor();
  await camera.take(page, 'use-credits-paid');
}

async function toppingUp(camera, page) {
  const steps = page.getByRole('main');
  const start = async (method) => {
    await open(page, `/add?amount=500&method=${method}`);
    await steps.getByRole('button', { name: /^Pay ₹500\.00 with/ }).click();
    await steps.getByRole('link', { name: 'Open the payment page' }).waitFor();
  };
  await start('upi');
  await steps.getByRole('img', { name: /QR code/ }).waitFor();
  await camera.take(page, 'add-credits-upi');
  await playBank(page, 'Decline');
  await steps.getByRole('link', { name: 'Try ₹500.00 again' }).waitFor();
  await camera.take(page, 'add-credits-failed');
  await start('card');
  await camera.take(page, 'add-credits-card');
  await playBank(page, 'Approve');
  await steps.getByText('₹500.00 added').first().waitFor();
  await camera.take(page, 'add-credits-success');
}

async function playBank(page, answer) {
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open the payment page' }).click();
  const bank = await opened;
  await bank.getByRole('button', { name: answer }).click();
  await bank.getByRole('status').waitFor();
  await bank.close();
}

async function open(page, address) {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
}
