import { importCommands } from './imports.ts';
import { eq } from 'drizzle-orm';
import { addMedia } from '#modules/properties/server/add-media.ts';
import { changeLifecycle } from '#modules/properties/server/change-lifecycle.ts';
import { changeMedia } from '#modules/properties/server/change-media.ts';
import { announcePublication } from '#modules/properties/server/announce-publication.ts';
import { recordObjection, withdrawSpace } from '#modules/properties/server/change-publication.ts';
import { decideObjection } from '#modules/properties/server/decide-objection.ts';
import { objectByLink } from '#modules/properties/server/object-by-link.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { confirmProperties } from '#modules/properties/server/confirm-properties.ts';
import { createProperty } from '#modules/properties/server/create-property.ts';
import { fadeProperties } from '#modules/properties/server/fade-properties.ts';
import { publishSpace } from '#modules/properties/server/publish-space.ts';
import { recordConsent } from '#modules/properties/server/record-consent.ts';
import { dropRecordDraft } from '#modules/properties/server/record-draft.ts';
import { saveUnit } from '#modules/properties/server/save-unit.ts';
import { media, properties, publicationAnnouncements } from '#modules/properties/server/tables.ts';
import { takeBackProperty } from '#modules/properties/server/take-back-property.ts';
import { takeOverDraft } from '#modules/properties/server/take-over-draft.ts';
import { updateProperty } from '#modules/properties/server/update-property.ts';
import { forbidden } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import { unitForm } from '#modules/properties/forms.ts';
import { angermuende, cast } from '../cast.ts';
import { foundAngermuende, inputOf, recordHouse } from '../houses.ts';
import { everyone, signedIn, type Commands, type Stage } from './access.ts';

const system = (why: string) => ({ allowed: 'system', why }) as const;
/** Those who look after the house of the stage: its town's clerk, its owner Hanna, the administrator. */
const keepers = ['owner', 'editor', 'admin'] as const;

async function house({ as, db }: Stage): Promise<string> {
	const { id } = await recordHouse(as('ines'));
	await db.update(properties).set({ ownerPersonId: cast.hanna.id }).where(eq(properties.id, id));
	return id;
}

/** The same, and not the town's. */
async function othersHouse(stage: Stage): Promise<string> {
	const id = await house(stage);
	await stage.db.update(properties).set({ isMunicipal: false }).where(eq(properties.id, id));
	return id;
}

export const commands: Commands = {
	'add-media': {
		allowed: keepers,
		arrange: async (stage) => {
			const id = await house(stage);
			const store = { put: async () => {} } as unknown as Parameters<typeof addMedia>[1]['store'];
			return (ctx) => addMedia(ctx, { id, store, uploads: [] });
		}
	},
	'announce-publication': {
		allowed: keepers,
		arrange: async (stage) => {
			const id = await othersHouse(stage);
			return (ctx) => announcePublication(ctx, { id, basis: 'public_task', reason: 'Brief' });
		}
	},
	'change-lifecycle': {
		allowed: ['editor', 'admin'],
		arrange: async (stage) => {
			const id = await house(stage);
			return (ctx) => changeLifecycle(ctx, { id, to: 'available' });
		}
	},
	'change-media': {
		allowed: keepers,
		arrange: async (stage) => {
			const id = await house(stage);
			const mediaId = newId();
			const file = { key: 'media/x.webp', contentType: 'image/webp', bytes: 1, kind: 'outside' as const };
			await stage.db.insert(media).values({ ...file, id: mediaId, propertyId: id, createdAt: stage.as(null).now });
			return (ctx) => changeMedia(ctx, { id, mediaId, input: { kind: 'outside', visibility: 'public', alt: 'Das Haus' } });
		}
	},
	'change-publication': {
		allowed: keepers,
		arrange: async (stage) => {
			const id = await house(stage);
			await publishSpace(stage.as('ines'), { id, precision: 'district' });
			return (ctx) => withdrawSpace(ctx, { id });
		}
	},
	'confirm-properties': {
		allowed: keepers,
		arrange: async (stage) => {
			const id = await house(stage);
			return async (ctx) => {
				if (!(await confirmProperties(ctx, [id]))) throw forbidden('passed over');
			};
		}
	},
	'create-property': {
		allowed: signedIn,
		arrange: async (stage) => {
			await foundAngermuende(stage);
			return (ctx) => createProperty(ctx, { ags: angermuende, input: inputOf() });
		}
	},
	'fade-properties': system('part of the daily run'),
	'take-back-property': {
		allowed: keepers,
		arrange: async (stage) => {
			const id = await house(stage);
			await publishSpace(stage.as('ines'), { id, precision: 'district' });
			await fadeProperties(stage.as(null), { ids: [id], to: 'archived', reason: 'niemand antwortet' });
			return (ctx) => takeBackProperty(ctx, id);
		}
	},
	'decide-objection': {
		allowed: ['editor', 'admin'],
		arrange: async (stage) => {
			const id = await othersHouse(stage);
			await recordObjection(stage.as('ines'), { id, reason: 'Erbin widerspricht' });
			return (ctx) => decideObjection(ctx, { id, reason: 'Der Verkauf läuft.' });
		}
	},
	'end-consents': system('a job of every night'),
	'object-by-link': {
		allowed: everyone,
		arrange: async (stage) => {
			const id = await othersHouse(stage);
			await announcePublication(stage.as('ines'), { id, basis: 'public_task', reason: 'Brief' });
			const [row] = await stage.db.select().from(publicationAnnouncements);
			const data = { announcement: row?.id ?? '' };
			const link = await signLink(stage.as(null), { purpose: 'object-publication', data, days: 1 });
			return (ctx) => objectByLink(ctx, { key: { link }, input: { name: 'Erbin' } });
		}
	},
	'next-references': system('part of other commands'),
	'object-as-owner': system("follows from an owner's answer, whose letter was checked"),
	'project-space': system('part of other commands'),
	'publish-space': {
		allowed: keepers,
		arrange: async (stage) => {
			const id = await house(stage);
			return (ctx) => publishSpace(ctx, { id, precision: 'district' });
		}
	},
	'record-consent': {
		allowed: keepers,
		arrange: async (stage) => {
			const id = await house(stage);
			return (ctx) => recordConsent(ctx, { id, legalBasis: 'consent', givenBy: 'Erbin', scope: 'public' });
		}
	},
	'record-draft': { allowed: signedIn, arrange: async () => (ctx) => dropRecordDraft(ctx) },
	'save-unit': {
		allowed: keepers,
		arrange: async (stage) => {
			const id = await house(stage);
			return (ctx) => saveUnit(ctx, { id, input: unitForm.parse({ label: 'Saal' }) });
		}
	},
	'take-over-draft': {
		allowed: ['editor', 'admin'],
		arrange: async () => (ctx) => takeOverDraft(ctx, { personId: cast.jonas.id, ags: angermuende })
	},
	'update-property': {
		allowed: keepers,
		arrange: async (stage) => {
			const id = await house(stage);
			return (ctx) => updateProperty(ctx, { id, version: 1, input: inputOf({ summary: 'neu' }) });
		}
	},
	...importCommands,
	'sweep-files': system('a job of every night'),
	'withhold-space': { allowed: 'system', why: 'part of a decision over a notice, which asks the policy' }
};
