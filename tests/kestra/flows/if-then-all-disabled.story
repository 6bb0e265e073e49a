CREATED RUNNING SUCCESS
i: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":true}
i/f: CREATED SUBMITTED
  attempts none
