CREATED RUNNING SUCCESS
i: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":true}
