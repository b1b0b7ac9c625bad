import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import * as tables from '#modules/notices/server/tables.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { secret, visible, type Planted } from './secrets.ts';

/**
 * A decided matter about a public house: who gave notice and what they wrote, and what the desk noted, is nobody's business, not even of whoever holds the
 * link of the statement of reasons. Returns that page, its paper, addresses of the desk, and how to take it away.
 */
export async function plantSecretNotice(
	pool: Pool,
	{ id: contentId, slug }: Pick<Planted, 'id' | 'slug'>
): Promise<{ statement: string; addresses: string[]; remove: () => Promise<void> }> {
	const [db, now, id, decision] = [openDb(pool), new Date(), newId(), newId()];
	await db.insert(tables.contentMatters).values({
		...{ id, kind: 'space', contentId, href: `/raeume/${slug}`, category: 'privacy', state: 'decided', dueAt: now, createdAt: now },
		...{ frozen: { title: visible, texts: [{ label: 'Kurz', text: `${secret} von damals` }], pictures: [] }, decidedAt: now }
	});
	const words = { spot: `${secret} Stelle`, why: `${secret} Begründung`, name: `${secret} Name`, email: `${secret}@hinweis.example` };
	await db.insert(tables.contentNotices).values({ id: newId(), matterId: id, category: 'privacy', ...words, createdAt: now });
	const step = { matterId: id, step: 'inform', from: 'in_review', to: 'in_review', at: now } as const;
	await db.insert(tables.contentMatterSteps).values({ id: newId(), ...step, words: `${secret} Behörde` });
	await db.insert(tables.contentDecisions).values({
		...{ id: decision, matterId: id, measure: 'warn', ground: 'rule', clause: visible, facts: visible, decidedAt: now },
		complainUntil: new Date(now.getTime() + 86_400_000)
	});
	const key = await signLink({ db, now }, { purpose: 'content-statement', data: { decision }, days: 1 });
	const query = new URLSearchParams({ schluessel: key });
	return {
		statement: `/begruendung?${query}`,
		addresses: [
			`/begruendung/begruendung.pdf?${query}`,
			`/buero/hinweise/${id}`,
			'/buero/hinweise',
			`/hinweis?zu=/raeume/${slug}`,
			'/regeln'
		],
		remove: async () => void (await pool.query('delete from content_matters where id = $1', [id]))
	};
}
