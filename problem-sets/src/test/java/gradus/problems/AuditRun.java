package gradus.problems;
public class AuditRun { public static void main(String[] a){ var bank=ProblemBank.all(); if(a.length>1) bank=bank.stream().filter(p->p.id().matches(a[1])).toList(); System.out.print(gradus.problems.audit.ReachText.of(gradus.problems.audit.Reach.of(bank, Integer.parseInt(a[0]), 2026))); } }
