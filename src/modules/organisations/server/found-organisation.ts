import { and, eq, gt, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { Refusal, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { slugOf, type OrganisationKind } from '../organisation.ts';
import { findPlace } from './find-place.ts';
import { openSeat } from './internal/open-seat.ts';
import { tell } from './internal/tell.ts';
import { municipalities, organisations } from './tables.ts';

const day = 86_400_000;
const foundedPerDay = 5;
type Wish = { name: string; kind: Exclude<OrganisationKind, 'municipality' | 'county'>; ort: string };

async function freeSlug(ctx: Pick<Ctx, 'db'>, name: string): Promise<string> {
	const base = slugOf(name);
	await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('organisations.slug'))`);
	for (const slug of [base, ...Array.from({ length: 30 }, (_, n) => `${base}-${n + 2}`)]) {
		const [own] = await ctx.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, slug));
		const [town] = await ctx.db.select({ ags: municipalities.ags }).from(municipalities).where(eq(municipalities.slug, slug));
		if (!own && !town) return slug;
	}
	return `${base}-${newId().slice(-12)}`;
}

/** Founds an organisation of any kind but municipality and county, an initiative that is still forming too. Its founder manages it; nobody else sees it before it is published. Returns its id. */
export async function foundOrganisation(ctx: Ctx, { name, kind, ort }: Wish): Promise<string> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	const place = await findPlace(ctx, ort);
	if (!place) throw refused('no-such-place', 'Diesen Ort kennen wir nicht. Bitte mit Postleitzahl oder Gemeindeschlüssel nennen.', 'ort');
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const slug = await freeSlug(inside, name);
		const since = and(eq(organisations.createdBy, actor.id), gt(organisations.createdAt, new Date(ctx.now.getTime() - day)));
		const recent = await db.select({ name: organisations.name, id: organisations.id }).from(organisations).where(since);
		const same = recent.find((one) => one.name === name);
		if (same) return same.id;
		if (recent.length >= foundedPerDay)
			throw new Refusal(429, 'too-many-organisations', { message: 'Fünf Organisationen an einem Tag genügen. Morgen geht es weiter.' });
		const id = newId();
		const row = { id, slug, kind, name, placeAgs: place.ags, createdBy: actor.id };
		await db.insert(organisations).values({ ...row, createdAt: ctx.now, updatedAt: ctx.now });
		await tell(inside, id, { kind: 'organisation.founded', personId: actor.id, after: { name, kind } });
		await openSeat(inside, {
			organisationId: id,
			personId: actor.id,
			function: kind === 'initiative' ? 'project' : 'board',
			rights: 'manage'
		});
		return id;
	});
}
