import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { orderSchema } from '@foodie-express/contracts';
import { describeWithProgram, findProgram } from '@foodie-express/testing';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { ApiUnderTest } from './api-under-test';

describeWithProgram('chromium', 'the pages of /docs', () => {
  let api: ApiUnderTest;
  let browser: Browser;
  let page: Page;
  /** What the browser says against the page: of a policy that forbids what it loads, for instance. */
  const complaints: string[] = [];
  beforeAll(async () => {
    api = await ApiUnderTest.start();
    browser = await chromium.launch({ executablePath: findProgram('chromium') ?? 'chromium', args: ['--no-sandbox'] });
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${api.url}/docs`);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  afterEach(() => {
    expect(complaints).toEqual([]);
  });

  /** Sends a call with what the page shows. */
  const tryOut = async (operation: string): Promise<Locator> => {
    const block = page.locator(`#operations-${operation}`);
    await block.locator('.opblock-summary-control').click();
    await block.locator('.try-out__btn').click();
    await block.locator('.execute').click();
    return block.locator('.live-responses-table tbody tr').first();
  };

  it('log in with a name and a password, and send calls as they are shown', async () => {
    const { username, password } = (await api.register()).account;
    await page.locator('.btn.authorize').first().click();
    await page.locator('#oauth_username').fill(username);
    await page.locator('#oauth_password').fill(password);
    await page.locator('.auth-container').last().locator('.btn.authorize').click();
    await page.locator('.auth-container').last().getByText('Authorized').waitFor();
    await page.locator('.close-modal').click();
    const answer = await tryOut('orders-placeOrder');
    expect(await answer.locator('.response-col_status').innerText()).toContain('201');
    expect(orderSchema.parse(JSON.parse(await answer.locator('.microlight').first().innerText()))).toMatchObject({ username, total_price: 157.5 });
  });

  it.each(['restaurants-getRestaurant', 'restaurants-listRestaurants', 'restaurants-searchItems', 'users-register', 'users-login', 'orders-quoteOrder'])('send %s', async (operation) => {
    const answer = await tryOut(operation);
    expect(await answer.locator('.response-col_status').innerText()).toMatch(/^20[01]/);
  });
});
