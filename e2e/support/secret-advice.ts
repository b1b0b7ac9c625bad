import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { adviceExperts, adviceOffers, advicePlaces, fundingProgrammes } from '#modules/advice/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { organisationIds } from './secret-organisation.ts';
import { secret, visible } from './secrets.ts';

export const secretAdvice = `rat-${visible}`;
const hidden = (name: string) => `${secret} ${name}`;

/** A programme, an offer and somebody who knows, shown, and drafts of each; notes, consent and who looked stay inside. Needs the planted organisations. Returns how to remove them. */
export async function plantSecretAdvice(pool: Pool): Promise<() => Promise<void>> {
	const [db, now, person] = [openDb(pool), new Date(), newId()];
	const remove = async () => {
		await pool.query('delete from funding_programmes where slug like $1', [`${secretAdvice}%`]);
		await pool.query('delete from advice_offers where slug like $1', [`${secretAdvice}%`]);
		await pool.query('delete from advice_experts where organisation_id = any($1)', [Object.values(organisationIds)]);
		await pool.query('delete from people where email = $1', [`${secret}-rat@amt.example`]);
	};
	await remove();
	await db.insert(people).values({ id: person, name: hidden('Prüferin'), email: `${secret}-rat@amt.example`, emailVerified: true });
	const moments = { createdAt: now, updatedAt: now, createdBy: person };
	const programme: Omit<typeof fundingProgrammes.$inferInsert, 'id' | 'slug' | 'title' | 'giver'> = {
		...{ ...moments, summary: visible, deadlineKind: 'continuous', sourceUrl: 'https://geber.example', reviewedOn: '2026-11-01' },
		...{ reviewedBy: person, note: hidden('Notiz'), purposes: ['energy'], applicants: ['church'] }
	};
	await db.insert(fundingProgrammes).values([
		{ ...programme, id: newId(), slug: secretAdvice, title: `Programm ${visible}`, giver: visible, publishedAt: now },
		{ ...programme, id: newId(), slug: `${secretAdvice}-2`, title: hidden('Programm'), giver: hidden('Geber') }
	]);
	const [shown, away] = [organisationIds.shown, organisationIds.hidden];
	const offer = { ...moments, summary: visible, payer: 'free' as const, capacity: 2 };
	const open = newId();
	await db.insert(adviceOffers).values([
		{ ...offer, id: open, slug: secretAdvice, organisationId: shown, title: `Angebot ${visible}`, publishedAt: now },
		{ ...offer, id: newId(), slug: `${secretAdvice}-2`, organisationId: shown, title: hidden('Entwurf') },
		{ ...offer, id: newId(), slug: `${secretAdvice}-3`, organisationId: away, title: hidden('Angebot'), publishedAt: now }
	]);
	await db
		.insert(advicePlaces)
		.values({ id: newId(), offerId: open, month: now.toISOString().slice(0, 7), personId: person, createdAt: now });
	const expert = { ...moments, consent: hidden('Zusage') };
	await db.insert(adviceExperts).values([
		{ ...expert, id: newId(), organisationId: shown, name: `Fachfrau ${visible}`, work: visible, releasedAt: now },
		{ ...expert, id: newId(), organisationId: shown, name: hidden('Fachmann'), work: hidden('Können') },
		{ ...expert, id: newId(), organisationId: away, name: hidden('Fachkraft'), work: hidden('Wissen'), releasedAt: now }
	]);
	return remove;
}
