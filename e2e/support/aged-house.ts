import { randomUUID } from 'node:crypto';
import { openDb } from '#lib/server/db.ts';
import { freshnessAsks } from '#modules/freshness/server/tables.ts';
import { owners } from '#modules/owners/server/tables.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { projectSpaces } from '#modules/properties/server/project-space.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { reports } from '#modules/reports/server/tables.ts';
import { zehdenick } from '../../src/testing/cast.ts';
import { database } from './people.ts';

const day = 86_400_000;
export const systemNow = () => ({ db: openDb(database()), actor: null, now: new Date() });

/** A house of Zehdenick that somebody confirmed so many days ago, on its page, for one journey alone. */
export async function plantAgedHouse(days: number, ownerPersonId: string | null = null) {
	const ctx = systemNow();
	const id = randomUUID();
	const at = new Date(ctx.now.getTime() - days * day);
	const title = `Ziegelei ${id.slice(0, 6)}`;
	const slug = `ziegelei-${id}`;
	await ctx.db.insert(properties).values({
		...{ id, ags: zehdenick, reference: `ZEH-${id.slice(0, 8)}`, slug, title, summary: 'Ringofen, Trockenschuppen und ein Gleis.' },
		...{ lat: 52.98, lon: 13.33, publicPrecision: 'municipality', isMunicipal: ownerPersonId === null, ownerPersonId, isDemo: true },
		...{ lifecycleState: 'available', publicationState: 'public_blurred', publishedAt: at, lastConfirmedAt: at, confirmedBy: 'office' },
		...{ source: 'office', createdAt: at, updatedAt: at, offerModes: ['rent'] }
	});
	await projectSpaces(ctx, [id]);
	return { id, title, slug, remove: async () => void (await database().query('delete from properties where id = $1', [id])) };
}

/** The link of a mail in which somebody who reported a house, or its owner, is asked about it. Returns the address and what to look at. */
export async function plantAskedApart(entryId: string, askedAs: 'reporter' | 'owner') {
	const { db, now } = systemNow();
	const subject = `mail:${randomUUID()}`;
	const [id, mark] = [randomUUID(), randomUUID().slice(0, 6)];
	if (askedAs === 'reporter')
		await db.insert(reports).values({
			...{ id, tokenHash: randomUUID(), state: 'joined', ags: zehdenick, propertyId: entryId, reporterEmail: `${mark}@post.example` },
			...{ askLaterAt: now, createdAt: now, sentAt: now, forgetAt: now }
		});
	else
		await db.insert(owners).values({
			...{
				id,
				ags: zehdenick,
				name: `Erbin ${mark}`,
				email: `${mark}@post.example`,
				legalBasis: 'consent',
				origin: 'Gespräch',
				knownSince: '2026-01-01'
			},
			...{ purgeOn: '2099-01-01', createdAt: now, updatedAt: now }
		});
	await db.insert(freshnessAsks).values({
		...{ id: randomUUID(), kind: 'property', entryId, askedAs, subject, intervalDays: 180, step: 'asked', askedAt: now },
		...(askedAs === 'owner' ? { ownerId: id } : { reportId: id })
	});
	const key = await signLink({ db, now }, { purpose: 'still-true', data: { subject }, days: 300 });
	const remove = async () => void (await database().query(`delete from ${askedAs === 'owner' ? 'owners' : 'reports'} where id = $1`, [id]));
	return { address: `/stimmt-noch?schluessel=${encodeURIComponent(key)}`, id, remove };
}

/** The link of a mail in which somebody without an account was asked about a house. `days`: how long it still works. */
export async function plantAsked(entryId: string, days = 300): Promise<string> {
	const subject = `mail:${randomUUID()}`;
	await database().query(
		`insert into freshness_asks (id, kind, entry_id, email, subject, interval_days, step, asked_at) values ($1, 'property', $2, $3, $4, 180, 'current', now())`,
		[randomUUID(), entryId, 'bauamt@zehdenick.example', subject]
	);
	const key = await signLink(systemNow(), { purpose: 'still-true', data: { subject }, days });
	return `/stimmt-noch?schluessel=${encodeURIComponent(key)}`;
}
