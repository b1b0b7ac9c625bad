import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { projectSpaces } from '#modules/properties/server/project-space.ts';
import {
	media,
	properties,
	propertySteps,
	publicationAnnouncements,
	publicationConsents,
	units
} from '#modules/properties/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Precision } from '#modules/properties/vocabulary.ts';

/** No word of any language, so that a hit is a leak. */
export const secret = 'qzxleck';
/** The part of town: it may be found where the precision shows it anyway, and nowhere else. */
export const partOfTown = 'qvwortsteil';
/** What may and must be seen. */
export const visible = 'qvwsichtbar';

export type Planted = {
	id: string;
	unitId: string;
	slug: string;
	title: string;
	precision: Precision;
	lat: number;
	lon: number;
	mediaKeys: string[];
};

/** True places, ten digits each, where no house of the demo world stands. */
const places: Record<Precision, [number, number]> = {
	exact: [53.0631415926, 14.0927182818],
	street: [53.0714142135, 14.1017320508],
	district: [53.0822360679, 14.1126457513],
	municipality: [53.0916227766, 14.1233166247],
	hidden: [53.1036055512, 14.1341231056]
};

const hidden = (name: string) => `${secret} ${name}`;

function details() {
	return {
		contamination: ['asbestos' as const],
		planning: { kind: '34' as const, zone: hidden('zone'), note: hidden('planung') },
		renovation: { low: 987_654, high: 9_876_543, basis: 'guess' as const },
		holdingCosts: { propertyTax: 98_761, insurance: 98_762, bearer: 'municipality' as const },
		cadastral: [{ gemarkung: hidden('gemarkung'), flur: hidden('flur'), flurstueck: hidden('flurstueck') }],
		officialBuildingId: { id: hidden('alkis'), confidence: 0.9 },
		other: { [hidden('spalte')]: hidden('wert') }
	};
}

const propertyOf = ({
	id,
	title,
	precision,
	lat,
	lon,
	owner,
	now
}: Planted & { owner: string; now: Date }): typeof properties.$inferInsert => ({
	...{
		id,
		ags: '12073008',
		reference: `QVW-${precision}-${id.slice(-6)}`,
		title,
		summary: `${visible} Zusammenfassung`,
		story: `${visible} Geschichte`
	},
	...{ externalId: hidden(id), propertyType: 'inn', lat, lon, publicPrecision: precision, usableAreaM2: 123, usesWanted: ['cafe'] },
	...{
		street: hidden('gasse'),
		houseNumber: `${secret}4711`,
		postalCode: `${secret}1`,
		city: hidden('stadt'),
		district: partOfTown
	},
	...{
		rawAddress: hidden('anschrift'),
		addressKey: hidden(`schluessel ${id}`),
		lastPermittedUse: hidden('nutzung'),
		vacantSince: '1987-06-05'
	},
	...{ details: details(), ownerPersonId: owner, source: 'office', createdBy: owner, updatedBy: owner, publicationState: 'public' },
	...{ publishedAt: now, createdAt: now, updatedAt: now, lastConfirmedAt: now }
});

const mediumOf = (propertyId: string, key: string, visibility: 'network' | 'office'): typeof media.$inferInsert => ({
	...{ id: newId(), propertyId, kind: 'inside', key, contentType: 'image/webp', bytes: 10, width: 10, height: 10 },
	...{ alt: hidden('alt'), caption: hidden('bild'), credit: hidden('foto'), visibility, createdAt: new Date() }
});

/** One published house per precision and one that is only recorded, each full of secrets, through the real projection. */
export async function plantSecrets(pool: Pool): Promise<{ houses: Planted[]; unpublished: string; remove: () => Promise<void> }> {
	const db = openDb(pool);
	const now = new Date();
	const owner = newId();
	await db
		.insert(people)
		.values({ id: owner, name: hidden('Eigentümerin'), email: `${secret}-${owner}@haus.example`, emailVerified: true });
	const houses = (Object.keys(places) as Precision[]).map((precision): Planted => {
		const [lat, lon] = places[precision];
		const id = newId();
		const mediaKeys = [`media/${secret}-${id}-a.webp`, `media/${secret}-${id}-b.webp`];
		return { id, unitId: newId(), slug: '', title: `${visible} ${precision} ${id.slice(-6)}`, precision, lat, lon, mediaKeys };
	});
	for (const house of houses) {
		const part = { floorLoad: hidden('last'), crane: hidden('kran') };
		await db.insert(properties).values(propertyOf({ ...house, owner, now }));
		await db.insert(units).values({ id: house.unitId, propertyId: house.id, label: `${visible} Saal`, areaMaxM2: 77, details: part });
		await db.insert(media).values(house.mediaKeys.map((key, i) => mediumOf(house.id, key, i ? 'network' : 'office')));
		await db.insert(propertySteps).values({
			...{
				id: newId(),
				propertyId: house.id,
				machine: 'lifecycle',
				from: 'recorded',
				to: 'available',
				reason: hidden('grund'),
				at: now,
				byPersonId: owner
			}
		});
		await db.insert(publicationConsents).values({
			...{
				id: newId(),
				propertyId: house.id,
				legalBasis: 'consent',
				givenBy: hidden('erbin'),
				givenAt: now,
				scope: 'public',
				note: hidden('notiz')
			}
		});
		await db.insert(publicationAnnouncements).values({
			...{ id: newId(), propertyId: house.id, basis: 'other', note: hidden('brief'), addressee: hidden('erbin') },
			...{ email: `${hidden('erbin')}@post.example`, announcedAt: now, codeHash: newId() }
		});
	}
	const unpublished = newId();
	const [lat, lon] = [53.1141421356, 14.1451364917];
	const inside = {
		id: unpublished,
		unitId: '',
		slug: '',
		title: hidden('unveröffentlicht'),
		precision: 'exact' as const,
		lat,
		lon,
		mediaKeys: []
	};
	await db.insert(properties).values({ ...propertyOf({ ...inside, owner, now }), publicationState: 'internal', publishedAt: null });
	const ids = [...houses.map(({ id }) => id), unpublished];
	await projectSpaces({ db, actor: null, now }, ids);
	const { rows } = await pool.query<{ id: string; slug: string }>('select id, slug from spaces where id = any($1)', [ids]);
	for (const house of houses) house.slug = rows.find((row) => row.id === house.id)?.slug ?? '';
	const remove = async () => {
		await pool.query('delete from properties where id = any($1)', [ids]);
		await pool.query('delete from people where id = $1', [owner]);
	};
	return { houses, unpublished, remove };
}
