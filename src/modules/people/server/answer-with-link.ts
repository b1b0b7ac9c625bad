import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import type { Answer } from '../ask.ts';
import { openAsk, type OpenAsk } from './find-ask.ts';
import { askFor, type AskRow } from './internal/ask-for.ts';
import { giveAnswer } from './internal/give-answer.ts';
import { people } from './tables.ts';
import { verifyLink } from './verify-link.ts';

type Holder = { id: string; name: string; email: string };

const gone = (code: string, message: string) => new Refusal(410, code, { message });

/** Who the link was made for, and the question. Somebody else who is signed in has got it forwarded and is told so. */
async function holderOf(ctx: Ctx, link: string): Promise<{ holder: Holder; row: AskRow }> {
	const { notice = '', person = '' } = await verifyLink(ctx, { purpose: 'answer', token: link });
	const [holder] = await ctx.db.select({ id: people.id, name: people.name, email: people.email }).from(people).where(eq(people.id, person));
	if (!holder) throw gone('ask-gone', 'Das Konto, an das diese Frage ging, gibt es nicht mehr.');
	if (ctx.actor && ctx.actor.id !== holder.id)
		throw gone(
			'link-forwarded',
			`Dieser Link gehört zu ${holder.name || 'einer anderen Person'}, angemeldet sind Sie als ${ctx.actor.name}. Antworten kann nur, wer gefragt wurde oder vertritt.`
		);
	const row = await askFor(ctx, { id: notice, readerId: holder.id });
	if (!row)
		throw gone(
			'not-deputy',
			'Diese Frage ist nicht mehr bei Ihnen: Sie wurde zurückgenommen, weitergegeben, oder Ihre Vertretung ist beendet.'
		);
	return { holder, row };
}

/** What the link of a mail asks, and whom. Looking changes nothing: mail scanners look at every link. Throws 410 with the reason. */
export async function findAskWithLink(ctx: Ctx, link: string): Promise<OpenAsk & { reader: string }> {
	const { holder, row } = await holderOf(ctx, link);
	return { ...openAsk(ctx, { row, readerId: holder.id }), reader: holder.name };
}

/** Answers without signing in. The link works until the answer is due, so that it can be changed; its holder answers, whoever sends the form. */
export async function answerWithLink(ctx: Ctx, { link, answer }: { link: string; answer: Answer }): Promise<void> {
	const { holder, row } = await holderOf(ctx, link);
	await giveAnswer(ctx, { id: row.id, reader: holder, answer });
}
