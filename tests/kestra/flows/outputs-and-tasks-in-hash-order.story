CREATED RUNNING SUCCESS
l: CREATED RUNNING SUCCESS
l/t2[c]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"c"}
  DEBUG c
l/t2[b]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"b"}
  DEBUG b
l/t2[a]#2: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"a"}
  DEBUG a
l/t2[zz]#3: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"zz"}
  DEBUG zz
l/t2[satu]#4: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"satu"}
  DEBUG satu
l/t2[dua]#5: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"dua"}
  DEBUG dua
l/t2[tiga]#6: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"tiga"}
  DEBUG tiga
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO ["zz","a","dua","b","c","tiga","satu"] ["zz","a","dua","b","c","tiga","satu"]
q: CREATED RUNNING SUCCESS
q/z2: CREATED SUBMITTED RUNNING SUCCESS
  INFO ["zz","a","dua","b","c","tiga","satu"]
q/q2: CREATED RUNNING SUCCESS
q/q2/z3: CREATED SUBMITTED RUNNING SUCCESS
  INFO ["zz","a","dua","b","c","tiga","satu"]
y: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
x: CREATED SUBMITTED RUNNING SUCCESS
  INFO ["zz","a","dua","b","c","tiga","satu"] ["q2","q","z2","y","z3","z","l","t2"]
w: CREATED SUBMITTED RUNNING SUCCESS
  INFO ["zz","a","dua","b","c","tiga","satu"] ["q2","q","x","z2","y","z3","z","l","t2"]
