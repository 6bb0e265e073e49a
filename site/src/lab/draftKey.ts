/** Where a lab's text is kept; apart, as the page's first script needs no more of the drafts than this. */
export const PREFIX = 'alur:lab:';

export const draftKey = (lab: string): string => `${PREFIX}${lab}:draft`;
/** Where the execution is kept that had not ended when the page was left. */
export const leftKey = (lab: string): string => `${PREFIX}${lab}:left`;
