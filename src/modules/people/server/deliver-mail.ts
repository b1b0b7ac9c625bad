import type { Env } from '#lib/server/env.ts';
import type { Ctx } from '../actor.ts';
import { answerDays, type BriefItem, type MailLink, type NewMail } from '../mail.ts';
import { renderMail } from '../ui/mail/render-mail.ts';
import { deliver } from './internal/deliver.ts';
import { signLink } from './sign-link.ts';

type Job = Pick<Ctx, 'db' | 'now'>;

/** The job `mail`: draws and sends what `addMail` put into the post. Every signed link is made here, so that it stands nowhere but in the mail. */
export async function deliverMail(ctx: Ctx, { id, ...mail }: NewMail & { id: string }, env: Env): Promise<void> {
	const signed = await withSignedItems(ctx, await withSignedButton(ctx, mail));
	const links = { baseUrl: env.baseUrl, unsubscribe: await unsubscribeLink(ctx, mail, env), answers: await answerLinks(ctx, mail, env) };
	await deliver(ctx, { id, env, message: renderMail(signed, links), isBulk: mail.template !== 'letter' || mail.data.leave !== undefined });
}

async function unsubscribeLink(ctx: Job, mail: NewMail, env: Env): Promise<string> {
	if (mail.template === 'letter') return env.baseUrl;
	const what = mail.template === 'brief' ? 'brief' : mail.template === 'item' ? mail.data.topic : 'daily';
	const key = await signLink(ctx, { purpose: 'unsubscribe', data: { person: mail.data.personId, what }, days: 90 });
	return `${env.baseUrl}/abbestellen?schluessel=${key}`;
}

async function answerLinks(ctx: Job, mail: NewMail, env: Env): Promise<Record<string, string>> {
	if (mail.template !== 'brief' && mail.template !== 'item') return {};
	const items = mail.template === 'brief' ? mail.data.items : [mail.data.item];
	const links: Record<string, string> = {};
	for (const item of items.filter(({ ask }) => ask))
		links[item.id] = `${env.baseUrl}/antwort?schluessel=${await answerKey(ctx, { item, person: mail.data.personId })}`;
	return links;
}

const answerKey = (ctx: Job, { item, person }: { item: BriefItem; person: string }) => {
	const days = item.dueAt ? Math.max(0, (Date.parse(item.dueAt) - ctx.now.getTime()) / 86_400_000) + 30 : answerDays;
	return signLink(ctx, { purpose: 'answer', data: { notice: item.id, person }, days });
};

/** Where a notice leads somewhere without signing in, its link is signed as the mail leaves. */
async function withSignedItems(ctx: Job, mail: NewMail): Promise<NewMail> {
	if (mail.template === 'letter') return mail;
	if (mail.template === 'item') return { ...mail, data: { ...mail.data, item: await withSignedLink(ctx, mail.data.item) } };
	if (mail.template === 'brief') return { ...mail, data: { ...mail.data, items: await signedLinks(ctx, mail.data.items) } };
	return { ...mail, data: { ...mail.data, items: await signedLinks(ctx, mail.data.items) } };
}

const signedLinks = <Item extends Linked>(ctx: Job, items: Item[]) => Promise.all(items.map((item) => withSignedLink(ctx, item)));

type Linked = { href: string; inMail?: MailLink };
const withSignedLink = async <Item extends Linked>(ctx: Job, item: Item): Promise<Item> =>
	item.inMail ? { ...item, href: `${item.inMail.href}?schluessel=${await signLink(ctx, item.inMail.sign)}` } : item;

async function withSignedButton(ctx: Job, mail: NewMail): Promise<NewMail> {
	if (mail.template !== 'letter' || !mail.data.button?.sign) return mail;
	const { text, href, sign } = mail.data.button;
	return { ...mail, data: { ...mail.data, button: { text, href: `${href}?schluessel=${await signLink(ctx, sign)}` } } };
}
