import { sql, type SQL } from 'drizzle-orm';
import { listMailableOwners } from '#modules/owners/server/list-mailable-owners.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { listWitnesses } from '#modules/reports/server/list-witnesses.ts';
import type { AskedAs, EntryKind } from '../../freshness.ts';

/** Whom an entry is asked of today. `awayUntil`: everybody who could be asked is away until then. Without person and address there is nobody. */
export type Asked = {
	entryId: string;
	title: string;
	place: string;
	personId: string | null;
	isOwner: boolean;
	organisationId: string | null;
	until: string | null;
	email: string | null;
	awayUntil: string | null;
	askedAs: AskedAs;
	ownerId: string | null;
	reportId: string | null;
};
type Found = Omit<Asked, 'askedAs' | 'ownerId' | 'reportId'>;
const asContact = (found: Found): Asked => ({ ...found, askedAs: 'contact', ownerId: null, reportId: null });

const uuids = (ids: string[]): SQL => sql`${sql.param(ids)}::uuid[]`;
const at = (ctx: Pick<Ctx, 'now'>): SQL => sql`${ctx.now.toISOString()}::timestamptz`;

/** Those who edit for the municipality of `p` right now, who has done so longest first. Columns as in `ownFirst`. */
const editors = (now: SQL): SQL => sql`
	select s.person_id, false as is_owner, s.organisation_id, s.ends_at as until, 1 as rank, s.starts_at, a.ends_at as away
	from organisations o join seats s on s.organisation_id = o.id left join absences a on a.person_id = s.person_id and a.starts_at <= ${now} and a.ends_at > ${now}
	where o.ags = p.ags and s.rights <> 'read' and s.starts_at <= ${now} and (s.ends_at is null or s.ends_at > ${now})`;

const owner = (now: SQL): SQL => sql`
	select p.owner_person_id, true, null::uuid, null::timestamptz, 0, null::timestamptz, a.ends_at
	from (select 1) one left join absences a on a.person_id = p.owner_person_id and a.starts_at <= ${now} and a.ends_at > ${now}
	where p.owner_person_id is not null`;

/** Houses: the owner, else whoever edits for the municipality and is not away, else its contact point. One question however many there are. */
async function ofProperties(ctx: Pick<Ctx, 'db' | 'now'>, ids: string[], isOfficeOnly: boolean): Promise<Asked[]> {
	const now = at(ctx);
	const people = isOfficeOnly ? editors(now) : sql`${editors(now)} union all ${owner(now)}`;
	const { rows } = await ctx.db.execute<Found>(sql`
		select p.id as "entryId", p.title, m.name_short as place, r.person_id as "personId", coalesce(r.is_owner, false) as "isOwner",
			coalesce(r.organisation_id, c.organisation_id) as "organisationId", r.until, c.email, r.away as "awayUntil"
		from properties p join municipalities m on m.ags = p.ags
		left join lateral (select * from (${people}) r order by rank, away is not null, away, starts_at, person_id limit 1) r on true
		left join lateral (
			select c.email, c.organisation_id from organisations o join contact_points c on c.organisation_id = o.id
			where r.person_id is null and o.ags = p.ags and c.email is not null order by cardinality(c.topics), c.id limit 1
		) c on true
		where p.id = any(${uuids(ids)})`);
	const found = rows.map(asContact);
	return isOfficeOnly ? found : ownersFirst(ctx, found);
}

/** Where no account stands for the owner, the owner as the register knows them comes before the office, if they may be written to. */
async function ownersFirst(ctx: Pick<Ctx, 'db' | 'now'>, found: Asked[]): Promise<Asked[]> {
	const without = found.filter(({ isOwner }) => !isOwner).map(({ entryId }) => entryId);
	const owners = new Map((await listMailableOwners(ctx, without)).map((owner) => [owner.propertyId, owner]));
	return found.map((asked) => {
		const known = owners.get(asked.entryId);
		if (!known) return asked;
		const { ownerId, email } = known;
		return {
			...asked,
			personId: null,
			isOwner: true,
			organisationId: null,
			until: null,
			awayUntil: null,
			askedAs: 'owner',
			ownerId,
			email
		};
	});
}

/** Whoever reported these houses and may be asked again, beside those who look after them: a hint for the office, which falls on nobody when it does not come. */
export async function witnessesOf(ctx: Pick<Ctx, 'db'>, asked: readonly Asked[]): Promise<Asked[]> {
	const of = new Map(asked.map((one) => [one.entryId, one]));
	return (await listWitnesses(ctx, [...of.keys()])).flatMap(({ propertyId, reportId, email }) => {
		const beside = of.get(propertyId);
		if (!beside || beside.email === email) return [];
		const nobody = { personId: null, isOwner: false, organisationId: null, until: null, awayUntil: null, ownerId: null };
		return [{ ...beside, ...nobody, askedAs: 'reporter', reportId, email }];
	});
}

/** Requests: whoever seeks. */
async function ofRequests(ctx: Pick<Ctx, 'db' | 'now'>, ids: string[]): Promise<Asked[]> {
	const now = at(ctx);
	const { rows } = await ctx.db.execute<Found>(sql`
		select r.id as "entryId", r.title, '' as place, p.person_id as "personId", true as "isOwner", null as "organisationId", null as until, null as email,
			a.ends_at as "awayUntil"
		from space_requests r join actor_profiles p on p.id = r.actor_id
		left join absences a on a.person_id = p.person_id and a.starts_at <= ${now} and a.ends_at > ${now}
		where r.id = any(${uuids(ids)})`);
	return rows.map(asContact);
}

export async function whomToAsk(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ kind, ids, isOfficeOnly = false }: { kind: EntryKind; ids: string[]; isOfficeOnly?: boolean }
): Promise<Asked[]> {
	if (!ids.length) return [];
	return kind === 'property' ? ofProperties(ctx, ids, isOfficeOnly) : ofRequests(ctx, ids);
}

/** Until when those are away who were asked about these entries last; who is here is missing. */
export async function whoIsAway(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ kind, ids }: { kind: EntryKind; ids: string[] }
): Promise<Map<string, Date>> {
	if (!ids.length) return new Map();
	const { rows } = await ctx.db.execute<{ id: string; until: string }>(sql`
		select e.id, a.ends_at as until from unnest(${uuids(ids)}) e (id)
		cross join lateral (
			select k.person_id from freshness_asks k where k.kind = ${kind} and k.entry_id = e.id and k.asked_as <> 'reporter' order by k.asked_at desc, k.id desc limit 1
		) last
		join absences a on a.person_id = last.person_id and a.starts_at <= ${at(ctx)} and a.ends_at > ${at(ctx)}`);
	return new Map(rows.map(({ id, until }) => [id, new Date(until)]));
}

/** Houses whose last question went to somebody who has nothing to do with them any more: the seat ended, the house was sold, the account is gone. */
export async function lostTouch(ctx: Pick<Ctx, 'db' | 'now'>, ids: string[]): Promise<Set<string>> {
	if (!ids.length) return new Set();
	const { rows } = await ctx.db.execute<{ id: string }>(sql`
		select p.id from properties p
		left join lateral (
			select k.person_id, k.email, k.asked_as, k.owner_id from freshness_asks k
			where k.kind = 'property' and k.entry_id = p.id and k.asked_as <> 'reporter' order by k.asked_at desc, k.id desc limit 1
		) last on true
		where p.id = any(${uuids(ids)}) and last.email is null and case when last.asked_as = 'owner' then not exists (
			select 1 from ownerships o join owners w on w.id = o.owner_id
			where o.property_id = p.id and o.owner_id = last.owner_id and o.until is null and w.do_not_contact_at is null)
		else last.person_id is distinct from p.owner_person_id and not exists (
			select 1 from organisations o join seats s on s.organisation_id = o.id
			where o.ags = p.ags and s.person_id = last.person_id and s.rights <> 'read' and s.starts_at <= ${at(ctx)} and (s.ends_at is null or s.ends_at > ${at(ctx)})) end`);
	return new Set(rows.map(({ id }) => id));
}
