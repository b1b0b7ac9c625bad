import { eq } from 'drizzle-orm';
import type { PoolClient } from 'pg';
import { openDb } from '#lib/server/db.ts';
import type { Store } from '#lib/server/store.ts';
import { newId } from '#lib/server/id.ts';
import { slugOf } from '#modules/networks/network.ts';
import { consentText } from '#modules/networks/forms.ts';
import { toNetworkPage } from '#modules/networks/to-network-page.ts';
import { loadWhole } from '#modules/networks/server/load-whole.ts';
import * as tables from '#modules/networks/server/tables.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { drawLogo } from './draw-logo.ts';
import { gemeinsameMitte } from './gemeinsame-mitte.ts';
import { placeInvoices } from './place-invoices.ts';
import { helleOrte } from './helle-orte.ts';
import { placePost } from './place-post.ts';
import { placeAdmissions } from './place-admissions.ts';
import type { Place } from './place.ts';
import { raumlotsen } from './raumlotsen.ts';
import type { DemoMember, DemoNetwork, DemoPart, DemoPartner } from './demo-network.ts';

const day = 86_400_000;

/** News carries how many days ago it was. */
function dated(data: DemoPart['data'], { now }: Place): DemoPart['data'] {
	if (!('on' in data) || !data.on) return data;
	return { ...data, on: new Date(now.getTime() - Number(data.on) * day).toISOString().slice(0, 10) };
}

const logoOf = async ({ store }: Place, name: string) => (store ? { logo: await drawLogo(store, name), logoAlt: `Logo: ${name}` } : {});

async function placeWords(place: Place, networkId: string, { parts, values }: DemoNetwork): Promise<void> {
	const { db, now } = place;
	if (values.length)
		await db.insert(tables.networkValues).values(
			values.map(({ text, change, daysAgo }, i) => {
				const createdAt = new Date(now.getTime() - daysAgo * day);
				return { id: newId(), networkId, version: i + 1, text, change, createdAt };
			})
		);
	const logos = await Promise.all(parts.map(({ kind, data }) => (kind === 'funder' ? logoOf(place, data.title) : {})));
	await db.insert(tables.networkParts).values(
		parts.map(({ kind, data, released, note }, position) => {
			const releasedAt = released ? now : null;
			return {
				...logos[position],
				id: newId(),
				networkId,
				kind,
				position,
				data: dated(data, place),
				releasedAt,
				internalNote: note ?? null,
				updatedAt: now
			};
		})
	);
}

async function placePeople({ db, now }: Place, networkId: string, { name, roles, subscribers }: DemoNetwork): Promise<void> {
	await db.insert(tables.networkSubscriptions).values(
		Array.from({ length: subscribers }, (_, i) => ({
			...{ id: newId(), networkId, email: `rathaus-${i + 1}@kommune-${i + 1}.example`, consent: consentText(name), requestedAt: now },
			...(i % 4 === 3 ? { state: 'requested' as const } : { state: 'confirmed' as const, confirmedAt: now })
		}))
	);
	for (const { ags, cast: player, since, until, released, ...role } of roles)
		await db.insert(tables.networkRoles).values({
			...{ id: newId(), networkId, ...role, startsOn: since, endsOn: until ?? null, createdAt: now },
			organisationId: ags ? await ensureMunicipalityOrganisation({ db, now }, ags) : null,
			personId: player ? cast[player].id : null,
			releasedAt: released ? now : null
		});
}

async function placeFrame(place: Place, told: DemoNetwork): Promise<string> {
	const { values: _v, parts: _w, roles: _r, members: _m, partners: _p, subscribers: _s, responsible, ...network } = told;
	const id = newId();
	const stamp = { createdAt: new Date(place.now.getTime() - 1000 * day), updatedAt: place.now };
	const row = {
		id,
		...network,
		...(await logoOf(place, told.name)),
		legal: { responsible, privacy: '' },
		isDemo: true,
		createdBy: cast.oskar.id,
		...stamp
	};
	await place.db.insert(tables.networks).values(row);
	await placeWords(place, id, told);
	await placePeople(place, id, told);
	return id;
}

async function placeMembership(
	{ db, now }: Place,
	{ networkId, organisationId, member }: { networkId: string; organisationId: string; member: Omit<DemoMember, 'ags'> }
) {
	const { state, since, left, note, valuesVersion, tier, mission, actionFields, contributions } = member;
	const id = newId();
	const at = since ? new Date(`${since}T09:00:00Z`) : new Date(now.getTime() - 20 * day);
	await db.insert(tables.memberships).values({
		...{ id, networkId, organisationId, state, tier, joinedOn: since, leftOn: left, feePaidOn: state === 'member' && since ? since : null },
		...{ valuesVersion, valuesConfirmedAt: valuesVersion ? at : null, mission, actionFields, contributions, internalNote: note },
		...{ createdAt: at, updatedAt: at }
	});
	const written = { id: newId(), membershipId: id, at, byPersonId: cast.oskar.id };
	const steps = {
		member: 'admit',
		participant: 'join',
		applicant: 'apply',
		interested: 'note',
		paused: 'pause',
		left: 'leave',
		excluded: 'exclude'
	};
	const reason = {
		member: 'Das Gründerteam hat zugestimmt.',
		paused: 'Die Stelle ist unbesetzt.',
		left: 'Der Stadtrat setzt andere Schwerpunkte.'
	};
	await db
		.insert(tables.membershipChanges)
		.values({ ...written, step: steps[state], to: state, reason: (reason as Record<string, string>)[state] });
}

async function placePartner(place: Place, { name, kind, sector, placeAgs, mission }: DemoPartner): Promise<string> {
	const { db, now } = place;
	const id = newId();
	const logo = await logoOf(place, name);
	const row = {
		id,
		...logo,
		slug: slugOf(name),
		kind,
		name,
		sector,
		placeAgs,
		summary: mission,
		publishedAt: now,
		createdAt: now,
		updatedAt: now
	};
	await db.insert(organisations).values(row).onConflictDoNothing();
	return id;
}

async function publish({ db, now }: Place, networkId: string): Promise<void> {
	const [network] = await db.select().from(tables.networks).where(eq(tables.networks.id, networkId));
	if (!network) return;
	const content = toNetworkPage(await loadWhole({ db }, network));
	await db.insert(tables.networkPages).values({ networkId, slug: network.slug, content, publishedBy: cast.oskar.id, publishedAt: now });
}

export const placeNetworks = (client: PoolClient, now: Date, store?: Store): Promise<void> =>
	placeNetworksAt({ db: openDb(client), now, store });

/** The three invented networks with their people, members and partners, published. */
export async function placeNetworksAt(place: Place): Promise<void> {
	for (const told of [helleOrte, raumlotsen, gemeinsameMitte]) {
		const networkId = await placeFrame(place, told);
		for (const { ags, ...member } of told.members)
			await placeMembership(place, { networkId, organisationId: await ensureMunicipalityOrganisation(place, ags), member });
		for (const partner of told.partners)
			await placeMembership(place, {
				networkId,
				organisationId: await placePartner(place, partner),
				member: { ...partner, state: 'participant' }
			});
		await publish(place, networkId);
	}
	await placePost(place);
	await placeInvoices(place);
	await placeAdmissions(place);
}
