# Writes the brokerage counts that BrokerageTests.swift compares with: R package sna 2.7-1 on Zachary's club.
#
#     python3 -c 'import networkx as nx; [print(a, b) for a, b in nx.karate_club_graph().edges()]' > zachary.txt
#     Rscript Tests/Peers/brokerage.R zachary.txt
#
# The ties are made arcs from the lower node to the higher, and back too where the sum of both is a multiple of 3; node
# v is in group v mod 3.
library(sna)
ties <- as.matrix(read.table(commandArgs(TRUE)[1]))
arcs <- matrix(0, 34, 34)
arcs[ties + 1] <- 1
back <- ties[rowSums(ties) %% 3 == 0, 2:1]
arcs[back + 1] <- 1
found <- brokerage(arcs, 0:33 %% 3)
# sna calls the gatekeeper b_OI and the representative b_IO.
roles <- c("w_I", "w_O", "b_OI", "b_IO", "b_O")
print(found$raw.nli[, roles])
print(found$exp.nli[1:3, roles], digits = 15)
print(found$sd.nli[1:3, roles], digits = 15)
