import { restoreOffer, withholdOffer } from '#modules/advice/server/withhold-offer.ts';
import { restoreViewing, withholdViewing } from '#modules/cases/server/withhold-viewing.ts';
import { restoreNetwork, withholdNetwork } from '#modules/networks/server/withhold-network.ts';
import { restoreOrganisation, withholdOrganisation } from '#modules/organisations/server/withhold-organisation.ts';
import { restoreMessage, withholdMessage } from '#modules/conversations/server/withhold-message.ts';
import { restoreGroup, withholdGroup } from '#modules/groups/server/withhold-group.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { ContentKind } from '#modules/people/content.ts';
import { restorePlace, withholdPlace } from '#modules/places/server/withhold-place.ts';
import { restoreProcedure, withholdProcedure } from '#modules/procedures/server/withhold-procedure.ts';
import { restoreProfile, withholdProfile } from '#modules/profiles/server/withhold-profile.ts';
import { restoreSpace, withholdSpace } from '#modules/properties/server/withhold-space.ts';
import { restoreRequest, withholdRequest } from '#modules/requests/server/withhold-request.ts';
import { restoreStory, withholdStory } from '#modules/stories/server/withhold-story.ts';

type Effect = (ctx: Ctx, id: string) => Promise<void>;

/** What withholding means and what brings it back, by kind: the command of the module whose content it is. */
export const effects: Record<ContentKind, { withhold: Effect; restore: Effect }> = {
	space: { withhold: withholdSpace, restore: restoreSpace },
	request: { withhold: withholdRequest, restore: restoreRequest },
	place: { withhold: withholdPlace, restore: restorePlace },
	profile: { withhold: withholdProfile, restore: restoreProfile },
	organisation: { withhold: withholdOrganisation, restore: restoreOrganisation },
	offer: { withhold: withholdOffer, restore: restoreOffer },
	viewing: { withhold: withholdViewing, restore: restoreViewing },
	network: { withhold: withholdNetwork, restore: restoreNetwork },
	group: { withhold: withholdGroup, restore: restoreGroup },
	story: { withhold: withholdStory, restore: restoreStory },
	procedure: { withhold: withholdProcedure, restore: restoreProcedure },
	message: { withhold: withholdMessage, restore: restoreMessage }
};
