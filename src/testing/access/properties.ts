import { importCommands } from './imports.ts';
import { eq } from 'drizzle-orm';
import { addMedia } from '#modules/properties/server/add-media.ts';
import { changeLifecycle } from '#modules/properties/server/change-lifecycle.ts';
import { changeMedia } from '#modules/properties/server/change-media.ts';
import { withdrawSpace } from '#modules/properties/server/change-publication.ts';
import { confirmProperties } from '#modules/properties/server/confirm-properties.ts';
import { createProperty } from '#modules/properties/server/create-property.ts';
import { fadeProperties } from '#modules/properties/server/fade-properties.ts';
import { publishSpace } from '#modules/properties/server/publish-space.ts';
import { recordConsent } from '#modules/properties/server/record-consent.ts';
import { dropRecordDraft } from '#modules/properties/server/record-draft.ts';
import { saveUnit } from '#modules/properties/server/save-unit.ts';
import { media, properties } from '#modules/properties/server/tables.ts';
import { takeBackProperty } from '#modules/properties/server/take-back-property.ts';
import { takeOverDraft } from '#modules/properties/server/take-over-draft.ts';
import { updateProperty } from '#modules/properties/server/update-property.ts';
import { forbidden } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import { unitForm } from '#modules/properties/forms.ts';
import { angermuende, cast } from '../cast.ts';
import { foundAngermuende, inputOf, recordHouse } from '../houses.ts';
import { signedIn, type Commands, type Stage } from './access.ts';

const system = (why: string) => ({ allowed: 'system', why }) as const;
/** Those who look after the house of the stage: its town's clerk, its owner Hanna, the administrator. */
const keepers = ['owner', 'editor', 'admin'] as const;

async function house({ as, db }: Stage): Promise<string> {
	const { id } = await recordHouse(as('ines'));
	await db.update(properties).set({ ownerPersonId: cast.hanna.id }).where(eq(properties.id, id));
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
	'next-references': system('part of other commands'),
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
	'sweep-files': system('a job of every night')
};
