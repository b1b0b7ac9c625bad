import { isEditorOf, type Actor } from '#modules/people/actor.ts';
import type { Membership } from './member.ts';

/** Members read everything and write what is theirs; whoever speaks for a group changes it. */
export const mayLead = ({ isSpeaker }: Pick<Membership, 'isSpeaker'>): boolean => isSpeaker;

/** A group that nobody else sees is nobody's business, the office included; its municipality reads it once the group turned to it. */
export const mayReadForTown = (actor: Actor | null, { ags, townAt }: { ags: string | null; townAt: Date | null }): boolean =>
	townAt !== null && ags !== null && isEditorOf(actor, ags);
