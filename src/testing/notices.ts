import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import { noticeForm, type NoticeInput } from '#modules/notices/forms.ts';
import type { DecisionInput } from '#modules/notices/decision.ts';
import { decideMatter } from '#modules/notices/server/decide-matter.ts';
import { giveNotice } from '#modules/notices/server/give-notice.ts';
import { contentDecisions, contentMatters } from '#modules/notices/server/tables.ts';
import { takeMatter } from '#modules/notices/server/take-matter.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import type { Stage } from './access/access.ts';
import { plantRequest } from './requests.ts';

export const noticeInput = (address: string, over: Record<string, unknown> = {}): NoticeInput =>
	noticeForm.parse({
		...{ address, category: 'deceit', spot: 'Der zweite Satz', why: 'Diese Gruppe gibt es nicht, das Konto sammelt Adressen.' },
		...{ name: 'Nora Hinweis', email: 'nora@post.example', goodFaith: 'on', ...over }
	});

export const hidden: DecisionInput = {
	...{ measure: 'hide', ground: 'rule', clause: 'Regel 2: Was hier steht, stimmt.' },
	facts: 'Das Gesuch nennt einen Verein, den es im Register nicht gibt.'
};

/** A notice of Amira's request by a guest, and its matter. */
export async function plantMatter(
	{ db, as }: Stage,
	over: Record<string, unknown> = {}
): Promise<{ id: string; requestId: string; key: string }> {
	const request = await plantRequest(db);
	const key = (await giveNotice(as(null), { input: noticeInput(`/gesuche/${request.slug}`, over), address: '192.0.2.9' })) ?? '';
	return { id: await matterOn(db, request.id), requestId: request.id, key };
}

export async function matterOn(db: Db, contentId: string): Promise<string> {
	const rows = await db.select({ id: contentMatters.id }).from(contentMatters).where(eq(contentMatters.contentId, contentId));
	return rows.at(-1)?.id ?? '';
}

/** The same, decided by Renate; `link` opens the statement of reasons. */
export async function plantDecided(
	stage: Stage,
	input: DecisionInput = hidden
): Promise<{ id: string; requestId: string; key: string; link: string }> {
	const planted = await plantMatter(stage);
	const renate = stage.as('renate');
	await takeMatter(renate, planted.id);
	await decideMatter(renate, { id: planted.id, input });
	return { ...planted, link: await statementLink(stage, planted.id) };
}

export async function statementLink({ db, as }: Stage, matterId: string): Promise<string> {
	const [decision] = await db.select({ id: contentDecisions.id }).from(contentDecisions).where(eq(contentDecisions.matterId, matterId));
	return signLink(as(null), { purpose: 'content-statement', data: { decision: decision?.id ?? '' }, days: 1 });
}
