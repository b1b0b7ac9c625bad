import type { Locator, Page, Request } from 'playwright-core';

const longest = 3000;
/** What a click on a link or a button of a form asks for: a document, the data of a page, the answer to a form. */
const isAwaited = (request: Request) =>
	request.isNavigationRequest() || request.url().includes('__data.json') || request.headers()['x-sveltekit-action'] === 'true';
const inFlight = new WeakMap<Page, Set<Request>>();

async function settled(page: Page): Promise<void> {
	const waiting = inFlight.get(page);
	const end = Date.now() + longest;
	while (waiting && !page.isClosed() && Date.now() < end) {
		// Two frames: what the click began has begun, and what came back is drawn.
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))).catch(() => {});
		if (!waiting.size) return;
		await new Promise((done) => setTimeout(done, 10));
	}
}

function watch(page: Page): void {
	const waiting = new Set<Request>();
	inFlight.set(page, waiting);
	page.on('request', (request) => isAwaited(request) && waiting.add(request));
	for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'requestfinished', (request) => waiting.delete(request));
}

/** Whether a page that will come alive has: before, what is typed or chosen may be written over. */
const isReady = () =>
	document.documentElement.dataset.awake !== undefined || ![...document.scripts].some(({ text }) => text.includes('__sveltekit_'));

async function awake(page: Page): Promise<void> {
	const end = Date.now() + longest;
	while (!page.isClosed() && Date.now() < end) {
		if (await page.evaluate(isReady).catch(() => true)) return;
		await new Promise((done) => setTimeout(done, 10));
	}
}

let isPatched = false;

/** From here on a click returns once what it asked for has come and stands on the page, so that no step of a journey overtakes a page that is awake. */
export function settleAfterClicks(page: Page): void {
	watch(page);
	const { goto } = page;
	page.goto = async (...where) => {
		const answer = await goto.apply(page, where);
		await awake(page);
		return answer;
	};
	if (isPatched) return;
	isPatched = true;
	const locator = Object.getPrototypeOf(page.locator('html')) as Pick<Locator, 'click' | 'page'>;
	const { click } = locator;
	locator.click = async function (this: Locator, ...how) {
		await click.apply(this, how);
		await settled(this.page());
	};
}
