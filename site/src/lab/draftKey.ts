/** Where a lab's text is kept; apart, as the page's first script needs no more of the drafts than this. */
export const PREFIX = 'alur:lab:';

export const draftKey = (lab: string): string => `${PREFIX}${lab}:draft`;
